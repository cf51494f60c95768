// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/newversion.h"

#include "app/storebefore.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QProcess>

#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int TrialMs = 90'000;
constexpr int LookMs = 100;
constexpr int EndMs = 3'000;

/// The file that this program was started from: the image, which a new version takes the place of. Empty: no image.
QString imagePath()
{
    const QString final = qEnvironmentVariable("YICHUANG_IMAGE"); // where a trial moves to once it is good
    return final.isEmpty() ? qEnvironmentVariable("APPIMAGE") : final;
}

bool copyExecutable(const QString& from, const QString& to)
{
    QFile::remove(to);
    if (!QFile::copy(from, to))
        return false;
    QFile file(to);
    const auto rights =
        QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    return file.open(QIODevice::ReadWrite) && ::fsync(file.handle()) == 0 && file.setPermissions(rights);
}

[[noreturn]] void startAgain(const QString& image, const QStringList& arguments, const core::Release& refused)
{
    qputenv("YICHUANG_REFUSED", refused.version.toLatin1());
    std::vector<QByteArray> words{QFile::encodeName(image)};
    for (const QString& argument : arguments)
        words.push_back(argument.toLocal8Bit());
    std::vector<char*> pointers;
    for (QByteArray& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execv(words[0].constData(), pointers.data());
    std::_Exit(EXIT_FAILURE);
}

/// Whether the new program showed its window.
bool hasStarted(QProcess& program, const QString& mark)
{
    const QDeadlineTimer deadline(TrialMs);
    while (!deadline.hasExpired() && !QFile::exists(mark)) {
        if (program.waitForFinished(LookMs) || program.state() == QProcess::NotRunning)
            break;
    }
    return QFile::exists(mark);
}

} // namespace

bool NewVersion::isPossible() const
{
    if (!m_plan.handOver.isEmpty())
        return QFileInfo(m_plan.handOver).isWritable();
    const QString image = imagePath();
    return !image.isEmpty() && QFileInfo(QFileInfo(image).path()).isWritable();
}

int NewVersion::apply(const QStringList& arguments) const
{
    const QString image = imagePath();
    if (!m_plan.handOver.isEmpty()) {
        const QString target = m_plan.handOver + u"/yichuang-%1-x86_64.AppImage"_s.arg(m_release.version);
        const bool handed = copyExecutable(m_installer, target + u".new"_s) &&
                            ::rename(QFile::encodeName(target + u".new"_s).constData(), QFile::encodeName(target).constData()) == 0;
        return handed ? EXIT_SUCCESS : EXIT_FAILURE;
    }
    const QString candidate = image + u".new"_s;
    const StoreBefore before(m_plan.dataFolder);
    const QString mark = before.mark();
    const auto underWay = before.update();
    if (!underWay->tryLock(0))
        startAgain(image, arguments, m_release);
    QFile::remove(mark);
    if (!before.keep() || !copyExecutable(m_installer, candidate)) {
        QFile::remove(candidate);
        underWay->unlock(); // nothing is destroyed on the way into another program
        startAgain(image, arguments, m_release);
    }
    auto* program = new QProcess; // outlives this process
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"YICHUANG_TRIAL"_s, mark);
    environment.insert(u"YICHUANG_IMAGE"_s, image);
    program->setProcessEnvironment(environment);
    program->setProcessChannelMode(QProcess::ForwardedChannels);
    program->start(candidate, arguments);
    if (!hasStarted(*program, mark)) {
        program->terminate(); // where it was unpacked, the process that did it passes this on and cleans up
        if (!program->waitForFinished(EndMs))
            program->kill();
        program->waitForFinished(EndMs);
        QFile::remove(candidate);
        if (before.bringBack()) // otherwise the old program tries it
            before.forget();
        underWay->unlock();
        startAgain(image, arguments, m_release);
    }
    const QString previous = image + u".previous"_s;
    QFile::remove(previous);
    // A link first, so that the name is never without a program.
    if (::link(QFile::encodeName(image).constData(), QFile::encodeName(previous).constData()) != 0)
        QFile::copy(image, previous);
    ::rename(QFile::encodeName(candidate).constData(), QFile::encodeName(image).constData());
    before.forget();
    underWay->unlock();
    QFile::remove(m_installer);
    std::_Exit(EXIT_SUCCESS); // not by way of QProcess, which would end the new one
}
