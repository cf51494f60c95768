// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/importdesk.h"

#include "app/desk/sealedpage.h"
#include "app/documents/pageimport.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto FolderInterval = std::chrono::seconds(1);
constexpr int MostLooks = 30; // a file that grows for longer than that is no page
constexpr qint64 LargestFile = 64LL * 1024 * 1024;

core::Result<QByteArray> contentOf(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(core::ErrorKind::InvalidInput, u"import.unopened"_s);
    if (file.size() > LargestFile)
        return core::fail(core::ErrorKind::InvalidInput, u"import.too-large"_s);
    return file.readAll();
}

core::Result<QByteArray> encodedPicture(const QImage& picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (picture.isNull() || !picture.save(&buffer, "PNG"))
        return core::fail(core::ErrorKind::InvalidInput, u"page.unreadable"_s);
    return bytes;
}

core::Result<QList<SealedPage>> sealAll(store::Store& store, const QString& caseId, const QString& material, const QByteArray& file)
{
    const auto pages = documents::importPages(file);
    if (!pages)
        return tl::unexpected(pages.error());
    QList<SealedPage> sealedPages;
    for (const documents::ImportedPage& page : *pages) {
        const auto sealedPage = sealPage(store, caseId, material, page.bytes, page.mediaType);
        if (!sealedPage) {
            for (const SealedPage& before : sealedPages) // whole or not at all
                store::PageFiles(store.pageFolder(), store.sealer()).remove(before.file);
            return tl::unexpected(sealedPage.error());
        }
        sealedPages.append(*sealedPage);
    }
    return sealedPages;
}

} // namespace

ImportDesk::ImportDesk(Services& services, IntakeDesk& intake) : m_services(services), m_intake(intake), m_look(this)
{
    m_pool.setMaxThreadCount(1);
    connect(&m_look, &QTimer::timeout, this, &ImportDesk::lookIntoFolder);
    connect(&intake, &IntakeDesk::visitBegun, this, &ImportDesk::begin);
}

ImportDesk::~ImportDesk()
{
    m_pool.waitForDone();
}

bool ImportDesk::mayTake(const QString& materialCode)
{
    if (m_intake.record() || m_intake.isBusy())
        return false;
    if (materialCode.isEmpty())
        Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, u"page.no-material"_s, {}}));
    return !materialCode.isEmpty();
}

void ImportDesk::importFiles(const QStringList& files, const QString& materialCode)
{
    if (!mayTake(materialCode))
        return;
    for (const QString& file : files)
        bring([file] { return contentOf(file); }, materialCode, {});
}

void ImportDesk::importPicture(const QImage& picture, const QString& materialCode)
{
    if (mayTake(materialCode))
        bring([picture] { return encodedPicture(picture); }, materialCode, {});
}

void ImportDesk::bring(const std::function<core::Result<QByteArray>()>& read, const QString& materialCode, const QString& takenFrom)
{
    ++m_open;
    const QString caseId = m_intake.draft().caseId;
    QtConcurrent::run(&m_pool, [=, store = m_services.store]() -> core::Result<QList<SealedPage>> {
        try {
            return read().and_then([&](const QByteArray& file) { return sealAll(*store, caseId, materialCode, file); });
        } catch (const std::bad_alloc&) {
            return core::fail(core::ErrorKind::InvalidInput, u"import.too-large"_s);
        }
    }).then(this, [=, this](const core::Result<QList<SealedPage>>& pages) { taken(pages, takenFrom); });
}

void ImportDesk::taken(const core::Result<QList<SealedPage>>& pages, const QString& takenFrom)
{
    --m_open;
    if (!pages) {
        Q_EMIT adviceGiven(adviceFor(pages.error()));
        return;
    }
    QStringList late;
    for (const SealedPage& sealedPage : *pages) {
        if (!m_intake.attachPage(sealedPage.page, sealedPage.file, sealedPage.thumbnail))
            late.append(sealedPage.file);
    }
    if (late.isEmpty()) {
        if (!takenFrom.isEmpty())
            m_pool.start([takenFrom] { QFile::remove(takenFrom); });
        Q_EMIT imported(int(pages->size()));
    } else if (takenFrom.isEmpty()) { // they find their draft at the next start
        Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, u"page.late"_s, {}}));
    } else { // it stays where it is, for whoever it is
        m_seen[takenFrom].tried = false;
        m_pool.start([late, store = m_services.store] {
            for (const QString& file : late)
                store::PageFiles(store->pageFolder(), store->sealer()).remove(file);
        });
    }
}

void ImportDesk::watch(const QString& folder)
{
    m_folder = folder;
    m_seen.clear();
    m_begins = m_settling = false;
    if (folder.isEmpty())
        m_look.stop();
    else
        m_look.start(FolderInterval);
    if (m_intake.draft().itemCode.isEmpty())
        begin();
}

/// What lies in the folder now was brought for somebody else, or nobody knows for whom.
void ImportDesk::begin()
{
    ++m_visit;
    m_begins = true;
    m_settling = false;
    if (!m_folder.isEmpty())
        look();
}

bool ImportDesk::mayLook() const
{
    return m_open == 0 && !m_intake.record() && !m_intake.isBusy() && !m_intake.draft().focusMaterial.isEmpty();
}

void ImportDesk::lookIntoFolder()
{
    if (!mayLook())
        m_settling = false;
    else if (!m_looking)
        look();
}

void ImportDesk::look()
{
    m_looking = true;
    QtConcurrent::run(&m_pool, [folder = m_folder] {
        Files files;
        for (const QFileInfo& file : QDir(folder).entryInfoList(QDir::Files | QDir::Readable, QDir::Name))
            files.insert(file.absoluteFilePath(), file.size());
        return files;
    }).then(this, [this, visit = m_visit](const Files& files) {
        if (visit == m_visit) // otherwise a later look is on its way
            listed(files);
    });
}

/// A file whose size has not changed since the last look is whole.
void ImportDesk::listed(const Files& files)
{
    m_looking = false;
    const bool begins = std::exchange(m_begins, false);
    QHash<QString, Seen> now;
    QStringList whole;
    bool settling = false;
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        const Seen before = m_seen.value(it.key());
        const bool same = m_seen.contains(it.key()) && before.size == it.value();
        now.insert(it.key(), {it.value(), same && before.tried, before.lay || begins, before.looks + 1});
        if (same && it.value() > 0 && !before.tried)
            whole.append(it.key());
        settling = settling || (!same && it.value() > 0 && before.looks < MostLooks);
    }
    m_seen = now;
    if (!mayLook())
        return; // taken in, or under way, since the look began
    m_settling = settling;
    whole.sort();
    for (const QString& file : std::as_const(whole)) {
        m_seen[file].tried = true; // not again until it changes
        bring([file] { return contentOf(file); }, m_seen[file].lay ? core::UnsortedMaterial : m_intake.draft().focusMaterial, file);
    }
}

} // namespace desk
