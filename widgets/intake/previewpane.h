// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/documents/paperrenderer.h"

#include <QBuffer>
#include <QFrame>

#include <memory>

class QLabel;
class QPdfDocument;
class QPdfView;

namespace widgets {

/// The papers as they will be printed. Left and right change the paper, Esc closes.
class PreviewPane : public QFrame
{
    Q_OBJECT

public:
    explicit PreviewPane(QWidget* parent);
    ~PreviewPane() override;

    void show(const QList<documents::Paper>& papers);
    void nextPaper(int by);

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void load();

    QLabel* m_title;
    QPdfView* m_view;
    std::unique_ptr<QPdfDocument> m_document;
    std::unique_ptr<QBuffer> m_buffer;
    QList<documents::Paper> m_papers;
    qsizetype m_current = 0;
};

} // namespace widgets
