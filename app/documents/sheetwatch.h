// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QImage>
#include <QPolygonF>

namespace documents {

/// Watches the frames of a document camera and tells when a new sheet lies still. Keeps small pictures only; not
/// thread-safe. Tens of milliseconds a frame: off the UI thread.
class SheetWatch
{
public:
    struct Look
    {
        QList<QPointF> corners; ///< of the sheet, as shares of the frame; empty: none to be told
        bool still = false;
        bool gone = false;  ///< no sheet for some looks
        bool fresh = false; ///< a sheet lies still that was not captured yet: say so once
    };

    /// `ms` is any clock that goes forward; `smallestShare` as for `sheetIn`.
    Look look(const QImage& frame, qint64 ms, double smallestShare);
    /// The sheet that lies there has been captured by hand.
    void captured();
    void reset();

private:
    QImage m_before;
    QImage m_sheet;    ///< the sheet that lies there, small and straight
    QImage m_captured; ///< the same of the last captured one, until it is taken away
    int m_missing = 0; ///< looks in a row without a sheet
    qint64 m_stillSince = -1;
    bool m_told = false;
};

} // namespace documents
