// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QListView>

class QMimeData;

namespace widgets {

/// The checklist by keys: arrows move, Right opens the pages, Space marks a paper as seen, Delete takes the last page away, Enter goes on,
/// Ctrl+V takes what was copied; files may be dropped on a line.
class ChecklistView : public QListView
{
    Q_OBJECT

public:
    explicit ChecklistView(QWidget* parent);

    [[nodiscard]] QString currentCode() const;

Q_SIGNALS:
    void toggled(const QString& materialCode);
    void verifiedToggled(const QString& materialCode);
    void shortfallToggled(const QString& materialCode); ///< it is here, but falls short
    /// The pages are to be looked at.
    void opened(const QString& materialCode);
    void pageRemoved(const QString& materialCode);
    void currentMaterialChanged(const QString& materialCode);
    /// Files or a picture were dropped on a material, or pasted while it was in focus.
    void filesBrought(const QStringList& files, const QString& materialCode);
    void pictureBrought(const QImage& picture, const QString& materialCode);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void focusInEvent(QFocusEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void bring(const QMimeData* brought, const QString& materialCode);
};

} // namespace widgets
