// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/checklistmodel.h"
#include "widgets/common/band.h"

namespace desk {
class CaptureDesk;
class ImportDesk;
} // namespace desk

namespace widgets {

class AskedAnyway;
class ChecklistView;

/// Band 3: the checklist with its pages.
class MaterialBand : public Band
{
    Q_OBJECT

public:
    MaterialBand(desk::IntakeDesk& intake, desk::CaptureDesk& capture, desk::ImportDesk& imports, QWidget* parent);

    void focusList();
    /// Why a material is asked for that is held already.
    void focusReason(const QString& materialCode);
    /// The material that a scan goes to.
    [[nodiscard]] QString currentMaterial() const;

Q_SIGNALS:
    /// Pages of a material are to be looked at.
    void pagesRequested(const QString& materialCode);

private:
    void follow();

    desk::IntakeDesk& m_intake;
    desk::CaptureDesk& m_capture;
    desk::ChecklistModel* m_model;
    ChecklistView* m_view;
    QLabel* m_count;
    QLabel* m_scanning;
    QLabel* m_unsorted;
    QLabel* m_bothSides;
    QLabel* m_empty;
    QLabel* m_hint;
    AskedAnyway* m_asked;
};

} // namespace widgets
