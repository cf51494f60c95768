// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/training/walkthrough.h"

#include "app/desk/capturedesk.h"
#include "app/desk/paperdesk.h"
#include "app/desk/statusdesk.h"
#include "app/training/papercheck.h"
#include "app/training/paperpainter.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace training {

Walkthrough::Walkthrough(const Stage& stage) : m_stage(stage), m_hands(stage.window), m_script(this), m_people(people())
{
    QDir().mkpath(stage.folder);
    count();
    connect(&m_script, &Script::stepBegun, this, [this](const QString& name) {
        if (!name.isEmpty())
            say(name);
    });
    connect(&m_script, &Script::stuck, this, [this](const QString& name) {
        m_stuck = true;
        say(u"stuck at: %1 (message: %2)"_s.arg(name, m_stage.window.message()));
        m_stage.window.grab().save(m_stage.folder + u"/stuck.png"_s);
        conclude();
    });
    connect(&m_script, &Script::finished, this, &Walkthrough::inspect);
    buildSignIn();
    if (stage.script == u"expiry") {
        buildExpiry();
        m_expected = {.deferred = 3};
        return;
    }
    if (stage.script == u"bundle") {
        buildBundle();
        m_expected = {.accepted = 3};
        return;
    }
    if (stage.script == u"prefiling") {
        buildPrefiling();
        m_expected = {.accepted = 1};
        return;
    }
    if (stage.script == u"conflict") {
        buildConflict();
        m_expected = {.deferred = 2};
        return;
    }
    if (stage.script == u"handover") {
        buildHandover();
        m_expected = {.accepted = 1};
        return;
    }
    if (stage.script == u"refusal") {
        buildRefusal();
        buildDeferredReceipt();
        buildSilence();
        m_expected = {.others = 3};
        return;
    }
    if (stage.script == u"supplement") {
        buildDeferredAcceptance();
        buildSupplement();
        buildDecision();
        buildDelivery();
        buildLookUp();
        m_expected = {.deferred = 1, .supplements = 1, .delivered = 1};
        return;
    }
    buildCompleteAcceptance();
    buildDeferredAcceptance();
    buildOneTimeNotice();
    buildOfflineAcceptance();
    buildClosing();
    m_expected = {.accepted = 2, .deferred = 1, .notices = 1};
}

void Walkthrough::start()
{
    m_script.start();
}

void Walkthrough::count()
{
    const auto& desks = m_stage.desks;
    connect(&desks.queue, &desk::QueueDesk::called, this, [this] { ++m_called; });
    connect(&desks.queue, &desk::QueueDesk::finished, this, [this] { ++m_finished; });
    connect(&desks.capture, &desk::CaptureDesk::pageTaken, this, [this] { ++m_pages; });
    connect(&desks.intake, &desk::IntakeDesk::accepted, this, [this](const core::CaseRecord& record) {
        if (m_caseIds.contains(record.id)) { // it went on
            ++m_supplements;
            return;
        }
        m_caseIds.append(record.id);
        m_spared += m_stage.desks.intake.spared();
        m_accepted += record.state == core::CaseState::Accepted ? 1 : 0;
        m_deferred += record.state == core::CaseState::AcceptedDeferred ? 1 : 0;
        m_notices += record.state == core::CaseState::ToCorrect ? 1 : 0;
        using S = core::CaseState;
        m_others += QList{S::Received, S::ReceivedDeferred, S::Refused}.contains(record.state) ? 1 : 0;
    });
    connect(&desks.records, &desk::CaseDesk::acted, this, [this](const core::CaseRecord& record) {
        ++m_acted;
        m_delivered += record.state == core::CaseState::Delivered ? 1 : 0;
    });
    connect(&desks.papers, &desk::PaperDesk::printed, this, [this](const core::CaseRecord& record, const QList<documents::Paper>& papers) {
        m_printed[record.id] = m_supplements > 0 ? papers : m_printed.value(record.id) + papers; // earlier papers say what was true then
        m_papers += int(papers.size());
        ++m_prints;
    });
}

void Walkthrough::say(const QString& line) const
{
    QTextStream(stdout) << line << Qt::endl;
}

void Walkthrough::picture(const QString& name)
{
    m_script.add({}, [this, name] {
        const QString file = u"%1/%2-%3.png"_s.arg(m_stage.folder).arg(++m_pictures, 2, 10, QChar(u'0')).arg(name);
        m_stage.window.grab().save(file);
    });
}

void Walkthrough::buildSignIn()
{
    m_script.add(
        u"The clerk sits down at the window"_s, [this] { m_stage.window.activateWindow(); },
        [this] { return m_stage.window.isActiveWindow() && m_stage.desks.day.catalogue() == nullptr; });
    picture(u"sign-in"_s);
    m_script.add(
        u"Signs in with a wrong password"_s,
        [this] {
            m_hands.type(u"001"_s);
            m_hands.press(Qt::Key_Return);
            m_hands.type(u"wrong"_s);
            m_hands.press(Qt::Key_Return);
            m_hands.type(u"03"_s);
            m_hands.press(Qt::Key_F12);
        },
        [this] { return m_stage.window.focusWidget() && m_stage.window.focusWidget()->property("echoMode").toInt() == 2; });
    picture(u"sign-in-refused"_s);
    m_script.add(
        u"Signs in"_s,
        [this] {
            m_hands.press(Qt::Key_A, Qt::ControlModifier);
            m_hands.type(u"training"_s);
            m_hands.press(Qt::Key_F12);
        },
        [this] {
            const auto& day = m_stage.desks.day;
            return day.isSignedIn() && day.catalogue() && day.calendar().covers(day.today().year()) &&
                   m_stage.desks.queue.board().waiting() > 0 && m_stage.desks.status.isScannerReady();
        });
    picture(u"window-open"_s);
}

void Walkthrough::callNext()
{
    m_script.add(
        u"F2: calls the next number"_s,
        [this] {
            m_wanted = m_called + 1;
            m_hands.press(Qt::Key_F2);
        },
        [this] { return m_called >= m_wanted && !m_stage.desks.queue.isBusy(); });
}

void Walkthrough::chooseItem(const QString& query, int scenario)
{
    m_script.add(u"Finds the item by \"%1\""_s.arg(query), [this, query] { m_hands.type(query); });
    picture(u"find-item"_s);
    m_script.add({}, [this] { m_hands.press(Qt::Key_Return); }, [this] { return m_stage.desks.intake.item() != nullptr; });
    m_script.add(
        {},
        [this, scenario] {
            if (m_stage.desks.intake.draft().scenarioCode.isEmpty())
                m_hands.press(Qt::Key_1 + scenario);
        },
        [this] { return !m_stage.desks.intake.draft().scenarioCode.isEmpty(); });
}

void Walkthrough::layCard(int person, const QString& what)
{
    m_script.add(
        what,
        [this, person] {
            m_stage.sam->removeCard();
            m_stage.sam->layCard(m_people[person].card);
        },
        [this, person] {
            const core::IntakeDraft& draft = m_stage.desks.intake.draft();
            const QString number = m_people[person].card.number;
            return draft.applicant.certificate.number == number || draft.agent.certificate.number == number;
        });
    m_script.add({}, [this] { m_stage.sam->removeCard(); });
}

void Walkthrough::scanMaterial(const QString& title, int pages)
{
    m_script.add(
        u"F9: scans %1 page(s) of %2"_s.arg(pages).arg(title),
        [this, title, pages] {
            m_wanted = m_pages + pages;
            QList<QByteArray> paper;
            for (int page = 1; page <= pages; ++page)
                paper.append(paintPaper(title, m_stage.desks.intake.draft().applicant.name, page));
            m_stage.scanner.loadPaper(paper);
            m_hands.press(Qt::Key_F9);
        },
        [this] { return m_pages >= m_wanted && !m_stage.desks.capture.isScanning(); });
}

void Walkthrough::useWhatIsHeld()
{
    const auto current = [this] { return m_stage.desks.intake.draft().focusMaterial; };
    m_script.add({}, [] {}, [this, current] { return m_stage.desks.intake.offer(current()).has_value(); });
    m_script.add(
        u"Space: uses what is held, no paper is asked for"_s, [this] { m_hands.press(Qt::Key_Space); },
        [this, current] { return core::isHere(m_stage.desks.intake.draft().materials.value(current()).status); });
}

void Walkthrough::nextMaterial()
{
    m_script.add({}, [this] { m_hands.press(Qt::Key_Down); });
}

void Walkthrough::finishByKey(const QString& name, int key, Qt::KeyboardModifiers modifiers)
{
    m_script.add(
        name,
        [this, key, modifiers] {
            m_wanted = m_prints + 1;
            m_hands.press(key, modifiers);
        },
        [this] { return m_stage.desks.intake.record().has_value() && m_prints >= m_wanted; });
}

void Walkthrough::buildCompleteAcceptance()
{
    callNext();
    picture(u"called"_s);
    m_script.add(u"Types something that no item is called"_s, [this] { m_hands.type(u"zzzz"_s); });
    picture(u"nothing-found"_s);
    m_script.add({}, [this] { m_hands.press(Qt::Key_A, Qt::ControlModifier); });
    chooseItem(u"gllr"_s, 0);
    picture(u"applicant-empty"_s);
    m_script.add(u"Types an impossible ID number"_s, [this] { // the name stands on the ticket
        m_hands.type(u"990101193801031010"_s);
        m_hands.press(Qt::Key_Return);
    });
    picture(u"impossible-number"_s);
    layCard(0, u"The applicant lays the card down"_s);
    picture(u"card-read"_s);
    m_script.add(u"Types the phone number"_s, [this] {
        m_hands.press(Qt::Key_A, Qt::ControlModifier);
        m_hands.type(m_people[0].phone);
        m_hands.press(Qt::Key_Return);
        m_hands.press(Qt::Key_Return);
    });
    m_script.add(
        u"F9 with no paper in the scanner"_s,
        [this] {
            m_stage.scanner.loadPaper({});
            m_hands.press(Qt::Key_F9);
        },
        [this] { return !m_stage.desks.capture.isScanning() && !m_stage.window.message().isEmpty(); });
    picture(u"scanner-empty"_s);
    scanMaterial(u"高龄老人生活补贴申请表"_s, 2);
    nextMaterial();
    scanMaterial(u"身份证明"_s, 1);
    nextMaterial();
    scanMaterial(u"本人银行账户"_s, 1);
    picture(u"complete"_s);
    m_script.add(
        u"F11: looks at the papers"_s, [this] { m_hands.press(Qt::Key_F11); },
        [this] { return m_stage.window.focusWidget() && m_stage.window.focusWidget()->inherits("widgets::PreviewPane"); });
    m_script.add({}, {}, [ticks = std::make_shared<int>(0)] { return ++*ticks > 20; }); // the page is rendered aside
    picture(u"preview"_s);
    m_script.add({}, [this] { m_hands.press(Qt::Key_Escape); });
    finishByKey(u"F12: accepts and prints"_s, Qt::Key_F12, Qt::NoModifier);
    picture(u"accepted"_s);
}

void Walkthrough::buildDeferredAcceptance()
{
    callNext();
    chooseItem(u"spjy"_s, 0);
    lookAtGuide();
    const Organisation company = organisations().constFirst();
    m_script.add(u"Types the organisation"_s, [this, company] {
        m_hands.type(company.name);
        m_hands.press(Qt::Key_Return);
        m_hands.type(company.creditCode);
        m_hands.press(Qt::Key_Return);
        m_hands.type(company.legalRepresentative);
        m_hands.press(Qt::Key_Return);
        m_hands.type(company.phone);
        m_hands.press(Qt::Key_Return);
    });
    layCard(1, u"The agent lays the card down"_s);
    m_script.add(
        u"Alt+3: the authorisation has been seen"_s,
        [this] {
            m_hands.press(Qt::Key_3, Qt::AltModifier);
            while (m_stage.window.focusWidget() && !m_stage.window.focusWidget()->inherits("widgets::ChecklistView"))
                m_hands.press(Qt::Key_Return);
        },
        [this] { return m_stage.desks.intake.draft().agentAuthorised; });
    const QStringList titles{u"食品经营许可申请书"_s, {}, u"法定代表人身份证明"_s, u"经营场所平面图"_s, u"食品安全管理制度"_s};
    for (const QString& title : titles) {
        title.isEmpty() ? useWhatIsHeld() : scanMaterial(title, title == titles.constFirst() ? 3 : 1);
        nextMaterial();
    }
    picture(u"deferrable"_s);
    m_script.add(
        u"Alt+2: the applicant agrees to sign the commitment"_s, [this] { m_hands.press(Qt::Key_2, Qt::AltModifier); },
        [this] { return m_stage.desks.intake.verdict().permitted; });
    finishByKey(u"F12: accepts with deferral and prints"_s, Qt::Key_F12, Qt::NoModifier);
    picture(u"accepted-deferred"_s);
}

void Walkthrough::buildOneTimeNotice()
{
    callNext();
    chooseItem(u"bdczy"_s, 0);
    layCard(2, u"The applicant lays the card down"_s);
    m_script.add(u"Types the phone number"_s, [this] {
        m_hands.type(m_people[2].phone);
        m_hands.press(Qt::Key_Return);
        m_hands.press(Qt::Key_Return);
    });
    scanMaterial(u"不动产登记申请书"_s, 1);
    nextMaterial();
    m_script.add(u"Space: the identity document has been seen"_s, [this] { m_hands.press(Qt::Key_Space); });
    picture(u"incomplete"_s);
    m_script.add(u"Alt+1: the other endings"_s, [this] { m_hands.press(Qt::Key_1, Qt::AltModifier); });
    m_script.add(u"Says why the third paper falls short"_s, [this] {
        m_hands.press(Qt::Key_Tab);
        m_hands.type(u"权属证书未带"_s);
    });
    picture(u"what-is-missing"_s);
    finishByKey(u"F12: gives a one-time notice"_s, Qt::Key_F12, Qt::NoModifier);
    picture(u"one-time-notice"_s);
}

void Walkthrough::buildOfflineAcceptance()
{
    callNext();
    m_script.add(u"The back office goes away"_s, [this] { m_stage.server.stop(); });
    chooseItem(u"ydjy"_s, 0);
    layCard(14, u"The applicant lays a residence permit down"_s);
    m_script.add(u"Types the phone number"_s, [this] {
        m_hands.type(m_people[14].phone);
        m_hands.press(Qt::Key_Return);
        m_hands.press(Qt::Key_Return);
    });
    scanMaterial(u"异地就医备案表"_s, 2);
    nextMaterial();
    scanMaterial(u"身份证明"_s, 1);
    finishByKey(u"F12: accepts while the back office is away"_s, Qt::Key_F12, Qt::NoModifier);
    m_script.add({}, {}, [this] { return !m_stage.desks.status.isOnline() && m_stage.desks.status.waiting() > 0; });
    picture(u"accepted-offline"_s);
    m_script.add(u"The back office is back"_s, [this] {
        const auto started = m_stage.server.start();
        if (!started)
            say(started.error().code);
    });
}

void Walkthrough::buildClosing()
{
    m_script.add(
        u"Shift+F2: finishes the last number"_s,
        [this] {
            m_wanted = m_finished + 1;
            m_hands.press(Qt::Key_F2, Qt::ShiftModifier);
        },
        [this] { return m_finished >= m_wanted; });
    m_script.add(
        u"Everything reaches the back office"_s, [this] { m_hands.press(Qt::Key_5, Qt::ControlModifier); },
        [this] { return m_stage.desks.status.isOnline() && m_stage.desks.status.waiting() == 0; });
    m_script.add({}, [this] { m_stage.desks.cases.refresh(); }, [ticks = std::make_shared<int>(0)] { return ++*ticks > 10; });
    picture(u"today"_s);
    m_script.add({}, [this] { m_hands.press(Qt::Key_8, Qt::ControlModifier); });
    picture(u"settings"_s);
    m_script.add({}, [this] {
        m_hands.press(Qt::Key_1, Qt::ControlModifier);
        m_hands.press(Qt::Key_F1);
    });
    picture(u"keys"_s);
}

void Walkthrough::inspect()
{
    const QJsonObject who{{u"clerk"_s, u"900"_s}, {u"password"_s, u"training"_s}, {u"window"_s, u"12"_s}, {u"takeOver"_s, true}};
    m_stage.inspector.call(syncing::ApiCall::post(u"sessions"_s, who)).then(this, [this](const syncing::ApiResult& session) {
        if (!session) {
            ++m_mismatches;
            return conclude();
        }
        m_stage.inspector.setTokens({session->json()[u"accessToken"_s].toString(), session->json()[u"refreshToken"_s].toString()});
        m_stage.inspector.call({"GET", u"cases?limit=200"_s}).then(this, [this](const syncing::ApiResult& list) {
            m_atBackOffice = list ? int(list->json()[u"cases"_s].toArray().size()) : 0;
            inspectCase(m_caseIds.value(0), [this] { conclude(); });
        });
    });
}

void Walkthrough::inspectCase(const QString& caseId, const std::function<void()>& next)
{
    if (caseId.isEmpty())
        return next();
    m_stage.inspector.call({"GET", u"cases/"_s + caseId}).then(this, [=, this](const syncing::ApiResult& answer) {
        const QJsonObject json = answer ? answer->json() : QJsonObject();
        const QString queryUrl = m_stage.desks.day.hall().queryUrl;
        for (const documents::Paper& paper : m_printed.value(caseId)) {
            const QStringList differing = paperMismatches(paper.pdf, core::toWire(paper.kind), json, queryUrl);
            if (!differing.isEmpty())
                say(u"mismatch in %1 of %2: %3"_s.arg(core::toWire(paper.kind), paper.number, differing.join(u", "_s)));
            m_mismatches += int(differing.size());
        }
        if (m_printed.value(caseId).isEmpty())
            ++m_mismatches;
        inspectCase(m_caseIds.value(m_caseIds.indexOf(caseId) + 1), next);
    });
}

void Walkthrough::conclude()
{
    const int left = m_stage.desks.status.waiting();
    const QJsonObject summary{
        {u"tickets_called"_s, m_called},
        {u"tickets_finished"_s, m_finished},
        {u"cases"_s,
         QJsonObject{{u"accepted"_s, m_accepted}, {u"deferred"_s, m_deferred}, {u"one_time_notice"_s, m_notices}, {u"others"_s, m_others}}},
        {u"supplements"_s, m_supplements},
        {u"delivered"_s, m_delivered},
        {u"pages"_s, m_pages},
        {u"papers"_s, m_papers},
        {u"papers_spared"_s, m_spared},
        {u"outbox_left"_s, left},
        {u"cases_at_back_office"_s, m_atBackOffice},
        {u"mismatches"_s, m_mismatches}};
    QFile file(m_stage.folder + u"/summary.json"_s);
    bool good = file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(summary).toJson()) > 0;
    say(QString::fromUtf8(QJsonDocument(summary).toJson(QJsonDocument::Compact)));
    good = good && !m_stuck && left == 0 && m_mismatches == 0 && m_atBackOffice == m_caseIds.size() && m_called == m_finished &&
           m_expected == Outcome{m_accepted, m_deferred, m_notices, m_supplements, m_delivered, m_others};
    Q_EMIT finished(good ? 0 : 1);
}

} // namespace training
