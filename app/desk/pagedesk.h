// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/capturedesk.h"
#include "app/desk/sealedpage.h"

#include <QThreadPool>

#include <atomic>
#include <memory>

namespace desk {

/// The pages of one material, looked at one by one: turned, straightened, cropped, scanned again, ordered, moved. The page
/// as it was captured is kept, and every change is a step of the intake that undo takes back. Lives on the UI thread;
/// pictures are worked on in a pool.
class PageDesk : public QObject
{
    Q_OBJECT

public:
    /// The page on screen in its own size, half of it for a view from further away, and where its writing is.
    struct Picture
    {
        QString sha256;
        QImage whole;
        QImage half;
        QRectF content; ///< shares of the picture
    };

    PageDesk(Services& services, IntakeDesk& intake, CaptureDesk& capture);
    ~PageDesk() override;

    /// Shows a material's pages, from the first; nothing happens where it has none.
    void open(const QString& materialCode);
    void close();
    [[nodiscard]] bool isOpen() const { return !m_material.isEmpty(); }
    [[nodiscard]] const QString& material() const { return m_material; }
    [[nodiscard]] QList<core::PageRef> pages() const;
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int index);
    /// Empty while the page is being read.
    [[nodiscard]] const Picture& picture() const { return m_picture; }
    /// A change is being made, or the material is being looked through.
    [[nodiscard]] bool isWorking() const { return m_working; }
    [[nodiscard]] bool isRetaking() const;
    /// Something was done to the page on screen.
    [[nodiscard]] bool isChanged() const;

    void turn(int quarters);
    void straighten();
    /// What stays, as shares of the picture.
    void crop(const QRectF& area);
    /// The page as it was captured.
    void restore();
    void remove();
    void move(int from, int to);
    void handOver(const QString& materialCode);
    /// Fronts, then backs from the last to the first, become sheets.
    void interleave();
    void removeBlank();
    /// Scans one page in the place of the one on screen.
    void retake();
    /// Prints the material from its scans, with the mark of who checked it against the original: nobody is sent to a copy shop.
    void printCopy();
    /// Ends what is being worked on without its effect.
    void callOff();

Q_SIGNALS:
    /// Pages, current page, picture or work.
    void changed();
    /// The material has no page any more.
    void closed();
    void blankRemoved(int pages);
    void interleaved();
    void copied(int sheets);
    void adviceGiven(const desk::Advice& advice);

private:
    struct Wish
    {
        QString material;
        QString sha256;
        core::PageStep step;
    };

    /// A changed page, sealed, and its picture.
    struct Made
    {
        SealedPage page;
        Picture picture;
    };

    [[nodiscard]] std::optional<core::PageRef> page() const;
    void putOut(const QList<QFuture<core::Result<QByteArray>>>& read, const QString& mark, const QString& number);
    void follow();
    void load();
    [[nodiscard]] bool isDocument();
    void add(const core::PageStep& step);
    void work();
    void change(const QString& materialCode, const core::PageRef& before, const core::EditedPage& how);
    void made(const QString& materialCode, const core::PageRef& before, const core::EditedPage& how, const core::Result<Made>& result);
    void setWorking(bool working);

    Services& m_services;
    IntakeDesk& m_intake;
    CaptureDesk& m_capture;
    QThreadPool m_pool; ///< one thread: changes keep their order
    QThreadPool m_reading;
    std::shared_ptr<std::atomic_int> m_wanted; ///< number of the newest page to be read
    QString m_material;
    int m_current = 0;
    Picture m_picture;
    QString m_loading;    ///< the page that is being read
    QList<Wish> m_wishes; ///< what came while something was being done
    int m_job = 0;        ///< results of earlier ones were called off
    bool m_working = false;
};

} // namespace desk
