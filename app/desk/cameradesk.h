// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/intakedesk.h"
#include "app/desk/sealedpage.h"
#include "app/documents/sheetwatch.h"
#include "devices/camera/framesource.h"

#include <QElapsedTimer>
#include <QThreadPool>

#include <memory>

namespace desk {

/// Brings sheets from the document camera into the intake: the photo is kept, the sheet in it is the page. Takes a sheet
/// by itself when it lies still, or when asked to. Lives on the UI thread; frames are looked at in a pool, the newest only.
class CameraDesk : public QObject
{
    Q_OBJECT

public:
    /// `source` lives on a device thread.
    CameraDesk(Services& services, IntakeDesk& intake, devices::FrameSource& source);
    ~CameraDesk() override;

    [[nodiscard]] bool isAvailable() const { return m_available; }
    [[nodiscard]] bool isOpen() const { return m_open; }
    /// A page is on its way to the store.
    [[nodiscard]] bool isTaking() const { return m_taking > 0; }
    [[nodiscard]] bool isAutomatic() const { return m_automatic; }
    /// The next two captures are the front and the back of a card, together on one page at true size.
    [[nodiscard]] bool isCard() const { return m_card; }
    [[nodiscard]] bool hasFront() const { return !m_front.isNull(); }
    /// For the screen: no larger than it can show.
    [[nodiscard]] const QImage& live() const { return m_live; }
    /// Where the page is, as shares of the picture; empty: all of it.
    [[nodiscard]] const QList<QPointF>& corners() const { return m_fixed.isEmpty() ? m_corners : m_fixed; }

    /// Asks whether there is a camera; answered by `availabilityChanged`.
    void probe();
    void open();
    void close();
    void capture();
    void setAutomatic(bool automatic);
    void setCard(bool card);
    /// Puts a corner elsewhere by hand; holds until the next page is taken.
    void moveCorner(int corner, const QPointF& to);
    void freeCorners();

Q_SIGNALS:
    void changed(); ///< picture, corners or mode
    void availabilityChanged(bool available);
    void pageTaken(const QString& materialCode);
    void frontTaken();
    void adviceGiven(const desk::Advice& advice);

private:
    struct Seen
    {
        QImage frame;
        QImage live;
        documents::SheetWatch::Look look;
    };

    void take(const QImage& frame);
    void seen(const Seen& result);
    void capturePage(const QString& materialCode, const QImage& photo, const QList<QPointF>& corners, const QString& replaced);
    void captureCard(const QString& materialCode, const QImage& photo, const QList<QPointF>& corners);

    Services& m_services;
    IntakeDesk& m_intake;
    devices::FrameSource& m_source;
    QThreadPool m_watching; ///< one thread: frames keep their order
    QThreadPool m_sealing;
    std::shared_ptr<documents::SheetWatch> m_watch; ///< used on the watching thread only
    QElapsedTimer m_clock;
    QImage m_frame; ///< the one that is on screen
    QImage m_live;
    QList<QPointF> m_corners;
    QList<QPointF> m_fixed; ///< put right by hand, for the sheet that lies there
    QString m_lastTaken;    ///< page of the sheet that lies there
    QImage m_front;         ///< photo of a card's front, while its back is waited for
    QList<QPointF> m_frontCorners;
    bool m_open = false;
    bool m_available = false;
    bool m_automatic = true;
    bool m_card = false;
    bool m_busy = false; ///< a frame is being looked at
    int m_taking = 0;
};

} // namespace desk
