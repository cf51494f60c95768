// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// A clerk who takes in one application after another on the whole client, through its screens and by keys, says aloud
// what happens, and goes on after a crash where it was: faultclerk DATA BACK-OFFICE-URL CASES

#include "app/composition.h"
#include "app/desk/capturedesk.h"
#include "app/desk/paperdesk.h"
#include "app/store/drafts.h"
#include "app/store/passphrasevault.h"
#include "app/training/hands.h"
#include "app/training/paperpainter.h"
#include "app/training/people.h"
#include "app/training/traininghall.h"
#include "devices/simulated/esclsimulator.h"
#include "devices/simulated/simulatedtransport.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

constexpr int PagesPerMaterial = 2;
constexpr auto LookInterval = std::chrono::milliseconds(10);
constexpr qint64 PatienceMs = 1500; ///< after a key that has changed nothing, it is pressed again

void say(const QString& line)
{
    QTextStream(stdout) << line << Qt::endl;
}

/// Papers go to a folder; the moment between commit and print is said aloud.
class LoudOutput final : public print::PaperOutput
{
public:
    explicit LoudOutput(const QString& folder) : m_folder(folder) {}
    core::Result<void> put(const documents::Paper& paper) override
    {
        say(u"printing "_s + paper.number);
        return m_folder.put(paper);
    }
    [[nodiscard]] bool isReady() const override { return true; }

private:
    print::FolderOutput m_folder;
};

/// A draft in one word for each thing that must come back: case, item, scenario, who, step, pages by material.
QString outline(const core::IntakeDraft& draft)
{
    QStringList pages;
    for (auto it = draft.materials.cbegin(); it != draft.materials.cend(); ++it)
        pages.append(u"%1=%2"_s.arg(it.key()).arg(it->pages.size()));
    pages.sort();
    return u"%1 item=%2/%3 name=%4 phone=%5 step=%6 pages=%7"_s.arg(draft.caseId, draft.itemCode, draft.scenarioCode)
        .arg(draft.applicant.name.size())
        .arg(draft.applicant.phone.size())
        .arg(int(draft.step))
        .arg(pages.join(u','));
}

class Clerk : public QObject
{
    Q_OBJECT

public:
    Clerk(std::shared_ptr<store::Store> store, const QString& data, const QUrl& server, int cases, widgets::Theme& theme)
        : m_store(std::move(store)), m_sam(std::make_shared<devices::SimulatedSam>()), m_client(options(data, server), m_store, theme),
          m_hands(m_client.window()), m_desks(m_client.desks()), m_left(cases)
    {
        connect(&m_simulator, &devices::EsclSimulator::pageServed, this, [] { say(u"page-arriving"_s); });
        connect(&m_desks.intake, &desk::IntakeDesk::changed, this, &Clerk::follow);
        connect(&m_desks.intake, &desk::IntakeDesk::accepted, this,
                [](const core::CaseRecord& record) { say(u"accepted %1"_s.arg(record.id)); });
        connect(&m_desks.papers, &desk::PaperDesk::printed, this, &Clerk::printed);
        connect(&m_client.window(), &widgets::MainWindow::resumed, this, [this] {
            m_resumed = true;
            say(u"resumed "_s + (m_desks.intake.isUnfinished() ? outline(m_desks.intake.draft()) : u"nothing"_s) + u" focus="_s +
                m_hands.focus());
        });
        connect(&m_look, &QTimer::timeout, this, &Clerk::look);
        m_client.start();
        m_client.window().activateWindow();
        m_look.start(LookInterval);
    }

private:
    ClientOptions options(const QString& data, const QUrl& server)
    {
        ClientOptions options;
        options.backOffice = server;
        options.calendarKey = training::calendarPublicKey();
        options.windowCode = u"03"_s;
        options.scanner = *scannerFrom(u"http://127.0.0.1:%1"_s.arg(m_simulator.start()), {});
        options.reader = [sam = m_sam] { return std::make_unique<devices::SimulatedTransport>(sam); };
        options.output = std::make_shared<LoudOutput>(data + u"/papers"_s);
        return options;
    }

    /// What is on screen, and then what of it is in the store: the latter must come back.
    void follow()
    {
        if (!m_desks.intake.isUnfinished())
            return;
        const QString shown = outline(m_desks.intake.draft());
        if (shown == m_shown)
            return;
        m_shown = shown;
        say(u"shown "_s + shown);
        m_store->read([](store::Session& session) { return store::loadDrafts(session); })
            .then(this, [](const core::Result<QList<core::IntakeDraft>>& drafts) {
                if (drafts && !drafts->isEmpty())
                    say(u"saved "_s + outline(drafts->constFirst()));
            });
    }

    void printed(const core::CaseRecord& record)
    {
        say(u"printed %1"_s.arg(record.id));
        if (m_desks.intake.record() && m_desks.intake.record()->id == record.id)
            --m_left; // not one that the run before had left unprinted
        m_printed.insert(record.id);
    }

    /// A key, and then patience until something has changed.
    bool patient(const QString& reason)
    {
        if (reason == m_reason && m_since.isValid() && !m_since.hasExpired(PatienceMs))
            return true;
        m_reason = reason;
        m_since.start();
        return false;
    }

    void look()
    {
        if (!m_desks.day.isSignedIn())
            return signIn();
        const bool ready = m_resumed && m_desks.day.catalogue() && m_desks.day.calendar().covers(m_desks.day.today().year());
        if (!ready || m_desks.capture.isScanning() || m_desks.intake.isBusy() || m_desks.queue.isBusy() || m_desks.papers.isPrinting())
            return;
        if (m_desks.intake.record())
            return afterAcceptance(*m_desks.intake.record());
        if (m_left <= 0)
            return waitForEmptyOutbox();
        if (!m_desks.queue.ticket() && !m_desks.intake.isUnfinished())
            return callNext();
        takeIn();
    }

    void signIn()
    {
        if (patient(u"sign-in"_s))
            return;
        if (m_hands.focus() == u"QLineEdit" && !m_typedClerk) {
            m_hands.type(u"001"_s);
            m_hands.press(Qt::Key_Return);
            m_typedClerk = true;
        }
        m_hands.press(Qt::Key_A, Qt::ControlModifier);
        m_hands.type(u"training"_s);
        m_hands.press(Qt::Key_F12);
    }

    void callNext()
    {
        if (!patient(u"call"_s))
            m_hands.press(Qt::Key_F2);
    }

    void afterAcceptance(const core::CaseRecord& record)
    {
        if (!m_printed.contains(record.id))
            return;
        if (m_left <= 0) {
            if (m_desks.queue.ticket() && !patient(u"finish"_s))
                m_hands.press(Qt::Key_F2, Qt::ShiftModifier);
            else if (!m_desks.queue.ticket())
                waitForEmptyOutbox();
            return;
        }
        if (!patient(u"next "_s + record.id))
            m_hands.press(Qt::Key_F2);
    }

    void waitForEmptyOutbox()
    {
        m_store->read([](store::Session& session) { return store::outboxEntries(session); })
            .then(this, [](const core::Result<QList<store::OutboxEntry>>& left) {
                if (!left || !left->isEmpty())
                    return;
                say(u"done"_s);
                QApplication::quit();
            });
    }

    /// The next thing to do, from where the draft stands.
    void takeIn()
    {
        const core::IntakeDraft& draft = m_desks.intake.draft();
        if (draft.itemCode.isEmpty()) {
            if (patient(u"item "_s + draft.caseId))
                return;
            m_hands.press(Qt::Key_K, Qt::ControlModifier);
            m_hands.type(u"ydjy"_s);
            m_hands.press(Qt::Key_Return);
        } else if (draft.scenarioCode.isEmpty()) {
            if (!patient(u"scenario "_s + draft.caseId))
                m_hands.press(Qt::Key_1);
        } else if (draft.applicant.certificate.number.isEmpty()) { // the name may stand on the ticket
            if (patient(u"card "_s + draft.caseId))
                return;
            m_sam->removeCard();
            m_sam->layCard(training::people().constFirst().card);
        } else if (draft.applicant.phone.size() < 11) {
            typePhone();
        } else {
            m_sam->removeCard();
            captureOrAccept();
        }
    }

    void typePhone()
    {
        if (patient(u"phone "_s + m_desks.intake.draft().caseId))
            return;
        if (m_hands.focus() != u"MaskedEdit")
            m_hands.press(Qt::Key_Escape); // one step back: the applicant's first gap
        m_hands.press(Qt::Key_A, Qt::ControlModifier);
        m_hands.type(training::people().constFirst().phone);
    }

    void captureOrAccept()
    {
        for (int i = 0; i < 6 && m_hands.focus() != u"ChecklistView"; ++i)
            m_hands.press(Qt::Key_Return);
        int row = 0;
        for (const core::MaterialRequirement& material : m_desks.intake.materials()) {
            const int have = int(m_desks.intake.draft().materials.value(material.code).pages.size());
            if (have < PagesPerMaterial)
                return scan(row, material, have);
            ++row;
        }
        if (patient(u"verdict "_s + m_desks.intake.draft().caseId))
            return;
        say(u"verdict"_s);
        m_hands.press(Qt::Key_F12);
        if (m_desks.intake.askedWithoutReason().isEmpty())
            return;
        m_hands.type(u"内容有变化"_s); // the same person's papers are held from the case before
        m_hands.press(Qt::Key_Return);
        m_reason.clear();
    }

    void scan(int row, const core::MaterialRequirement& material, int have)
    {
        const QString caseId = m_desks.intake.draft().caseId;
        if (patient(u"scan %1 %2 %3"_s.arg(caseId, material.code).arg(have)))
            return;
        QList<QByteArray> pages;
        for (int page = have; page < PagesPerMaterial; ++page)
            pages.append(training::paintPaper(material.code + caseId, u"王样例"_s, page + 1));
        m_simulator.loadPaper(pages);
        m_hands.press(Qt::Key_Home);
        for (int i = 0; i < row; ++i)
            m_hands.press(Qt::Key_Down);
        m_hands.press(Qt::Key_F9);
    }

    std::shared_ptr<store::Store> m_store;
    std::shared_ptr<devices::SimulatedSam> m_sam;
    devices::EsclSimulator m_simulator;
    Client m_client;
    training::Hands m_hands;
    widgets::MainWindow::Desks m_desks;
    QTimer m_look;
    QElapsedTimer m_since;
    QString m_reason;
    QString m_shown;
    QSet<QString> m_printed;
    int m_left;
    bool m_typedClerk = false;
    bool m_resumed = false;
};

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    const QStringList words = application.arguments();
    const QString data = words.value(1);
    if (data == u"--hall-seed") { // the training hall with signed calendars, for the back office's own seed command
        say(QString::fromUtf8(training::hallSeed()));
        return 0;
    }
    const auto key = store::PassphraseVault(data + u"/key.json"_s, u"training"_s, training::recoveryPublicKey()).open().result();
    const auto opened = store::Store::open(data, **key);
    if (!opened) {
        say(u"store: "_s + opened.error().code);
        return 2;
    }
    widgets::Theme theme(application);
    const Clerk clerk(*opened, data, QUrl(words.value(2)), words.value(3).toInt(), theme);
    return QApplication::exec();
}

#include "faultclerk.moc"
