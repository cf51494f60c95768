// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/evaluationdesk.h"
#include "app/desk/queuedesk.h"
#include "app/desk/readinessdesk.h"
#include "app/desk/signaturedesk.h"
#include "app/voicethread.h"

#include <memory>

namespace widgets {
class EvaluationPad;
class SignaturePad;
class WindowDisplay;
} // namespace widgets

/// What applicants see, hear and sign. Lives on the UI thread.
class ApplicantSide
{
public:
    struct Desks
    {
        desk::WorkDay& day;
        desk::QueueDesk& queue;
        desk::SignatureDesk& signature;
        desk::EvaluationDesk& evaluation;
        desk::ReadinessDesk& readiness;
    };

    /// `aloud`: numbers are called. `expectsDisplay`: a missing second screen is a fault.
    ApplicantSide(const Desks& desks, bool aloud, bool expectsDisplay);
    ~ApplicantSide();
    ApplicantSide(const ApplicantSide&) = delete;
    ApplicantSide& operator=(const ApplicantSide&) = delete;

    void show();

private:
    void callAloud();
    void watchScreens();

    Desks m_desks;
    VoiceThread m_voice;
    std::unique_ptr<widgets::WindowDisplay> m_display;
    std::unique_ptr<widgets::SignaturePad> m_pad;
    std::unique_ptr<widgets::EvaluationPad> m_evaluation;
};
