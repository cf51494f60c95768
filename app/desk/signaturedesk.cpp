// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/signaturedesk.h"

#include "app/desk/sealedpage.h"

#include <QBuffer>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace desk {

SignatureDesk::SignatureDesk(Services& services, WorkDay& day, IntakeDesk& intake) : m_services(services), m_day(day), m_intake(intake)
{
    connect(&day, &WorkDay::signedIn, this, &SignatureDesk::follow);
    connect(&day, &WorkDay::signedOut, this, &SignatureDesk::follow); // a locked window shows nobody's case
    connect(&intake, &IntakeDesk::changed, this, &SignatureDesk::follow);
}

void SignatureDesk::setPadPresent(bool present)
{
    m_padPresent = present;
    follow();
}

void SignatureDesk::follow()
{
    const core::IntakeDraft& draft = m_intake.draft();
    const bool wanted = m_padPresent && m_day.isSignedIn() && draft.commitmentAgreed && !draft.signature && !m_intake.record() &&
                        m_intake.verdict().outcome == core::Outcome::Deferrable;
    const QString letter = wanted ? core::letterOf(draft, m_intake.verdict()) : QString();
    if (wanted == m_wanted && letter == m_letter)
        return;
    m_wanted = wanted;
    m_letter = letter;
    Q_EMIT wantedChanged(wanted);
}

QString SignatureDesk::itemName() const
{
    return m_intake.item() ? m_intake.item()->name : QString();
}

QStringList SignatureDesk::missingMaterials() const
{
    QStringList names;
    for (const QString& code : m_intake.verdict().missing) {
        if (const core::MaterialRequirement* material = m_intake.item() ? m_intake.item()->material(code) : nullptr)
            names.append(material->name);
    }
    return names;
}

QDate SignatureDesk::deadline() const
{
    return m_intake.verdict().deadlines.supplement.value_or(QDate());
}

void SignatureDesk::submit(const QImage& drawing)
{
    if (!m_wanted || drawing.isNull())
        return;
    QtConcurrent::run([drawing, store = m_services.store, caseId = m_intake.draft().caseId] {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        drawing.convertToFormat(QImage::Format_Grayscale8).save(&buffer, "PNG");
        return sealPage(*store, caseId, core::DerivedMaterial, bytes, u"image/png"_s);
    }).then(this, [this, letter = m_letter](const core::Result<SealedPage>& image) {
        if (!image)
            return Q_EMIT adviceGiven(adviceFor(image.error()));
        if (m_intake.sign(*image, letter))
            Q_EMIT received();
        else
            Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, u"signature.other-letter"_s, {}}));
    });
}

} // namespace desk
