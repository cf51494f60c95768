// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QVBoxLayout;

namespace core {
struct GuideMaterial;
}

namespace desk {
class GuideDesk;
}

namespace widgets {

/// The guide to an item as one page: the question that is open, limits and fee, materials, conditions, steps, what is often asked, law.
class GuideSheet : public QWidget
{
    Q_OBJECT

public:
    explicit GuideSheet(QWidget* parent);

    void fill(const desk::GuideDesk& guide);
    /// What a screen reader hears of it.
    [[nodiscard]] const QString& spoken() const { return m_spoken; }

private:
    void clear();
    void addHeading(const QString& text);
    void addLine(const QString& mark, const char* tone, const QString& text);
    void addList(const QString& heading, const QStringList& lines);
    void addQuestion(const desk::GuideDesk& guide);
    void addFacts(const desk::GuideDesk& guide);
    void addMaterials(const desk::GuideDesk& guide);
    QWidget* newMaterial(const desk::GuideDesk& guide, const core::GuideMaterial& material);

    QVBoxLayout* m_column;
    QString m_spoken;
};

} // namespace widgets
