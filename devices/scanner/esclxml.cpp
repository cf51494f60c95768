// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/scanner/esclxml.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace devices {

namespace {

const QString ScanNamespace = u"http://schemas.hp.com/imaging/escl/2011/05/03"_s;
const QString PwgNamespace = u"http://www.pwg.org/schemas/2010/12/sm"_s;
constexpr double UnitsPerMillimetre = 300 / 25.4;

QString colourMode(ScanColour colour)
{
    switch (colour) {
    case ScanColour::Grey: return u"Grayscale8"_s;
    case ScanColour::BlackWhite: return u"BlackAndWhite1"_s;
    case ScanColour::Colour: break;
    }
    return u"RGB24"_s;
}

/// One side of the wanted paper, as far as the device reaches.
int unitsOf(qreal millimetres, int most)
{
    const int wanted = millimetres > 0 ? qRound(millimetres * UnitsPerMillimetre) : most > 0 ? most : qRound(297 * UnitsPerMillimetre);
    return most > 0 ? std::min(wanted, most) : wanted;
}

AdfState adfStateFrom(const QString& text)
{
    if (text == u"ScannerAdfLoaded")
        return AdfState::Loaded;
    if (text == u"ScannerAdfEmpty")
        return AdfState::Empty;
    if (text == u"ScannerAdfProcessing")
        return AdfState::Processing;
    if (text == u"ScannerAdfJam" || text == u"ScannerAdfMispick" || text == u"ScannerAdfMultipickDetected")
        return AdfState::Jam;
    if (text == u"ScannerAdfHatchOpen" || text == u"ScannerAdfDoorOpen")
        return AdfState::DoorOpen;
    return AdfState::Unknown;
}

} // namespace

EsclCapabilities parseEsclCapabilities(const QByteArray& xml)
{
    EsclCapabilities result;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QStringView name = reader.name();
        if (name == u"ScannerCapabilities")
            result.valid = true;
        else if (name == u"PlatenInputCaps")
            result.flatbed = true;
        else if (name == u"AdfSimplexInputCaps")
            result.feeder = true;
        else if (name == u"AdfDuplexInputCaps")
            result.duplex = true;
        else if (name == u"MakeAndModel")
            result.model = reader.readElementText();
        else if (name == u"XResolution")
            result.resolutions.append(reader.readElementText().toInt());
        else if (name == u"MaxWidth")
            result.maxWidth = std::max(result.maxWidth, reader.readElementText().toInt());
        else if (name == u"MaxHeight")
            result.maxHeight = std::max(result.maxHeight, reader.readElementText().toInt());
    }
    result.feeder = result.feeder || result.duplex;
    result.valid = result.valid && !reader.hasError() && (result.flatbed || result.feeder);
    return result;
}

EsclStatus parseEsclStatus(const QByteArray& xml, const QString& jobPath)
{
    EsclStatus result;
    QXmlStreamReader reader(xml);
    QString job;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QStringView name = reader.name();
        if (name == u"ScannerStatus")
            result.valid = true;
        else if (name == u"State" && result.state.isEmpty())
            result.state = reader.readElementText();
        else if (name == u"AdfState")
            result.adf = adfStateFrom(reader.readElementText());
        else if (name == u"JobUri")
            job = reader.readElementText();
        else if (name == u"JobState" && !jobPath.isEmpty() && job.endsWith(jobPath.section(u'/', -1)))
            result.jobState = reader.readElementText();
    }
    result.valid = result.valid && !reader.hasError();
    return result;
}

QByteArray esclScanSettings(const ScanOptions& options, const EsclCapabilities& capabilities, bool fromFeeder)
{
    int dpi = options.dpi;
    if (!capabilities.resolutions.isEmpty() && !capabilities.resolutions.contains(dpi))
        dpi = *std::min_element(capabilities.resolutions.begin(), capabilities.resolutions.end(),
                                [&](int a, int b) { return std::abs(a - options.dpi) < std::abs(b - options.dpi); });
    const QSizeF paper = millimetresOf(options.size);
    const int width = unitsOf(paper.width(), capabilities.maxWidth);
    const int height = unitsOf(paper.height(), capabilities.maxHeight);
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    writer.writeStartDocument();
    writer.writeNamespace(ScanNamespace, u"scan"_s);
    writer.writeNamespace(PwgNamespace, u"pwg"_s);
    writer.writeStartElement(ScanNamespace, u"ScanSettings"_s);
    writer.writeTextElement(PwgNamespace, u"Version"_s, u"2.63"_s);
    writer.writeTextElement(ScanNamespace, u"Intent"_s, u"Document"_s);
    writer.writeStartElement(PwgNamespace, u"ScanRegions"_s);
    writer.writeStartElement(PwgNamespace, u"ScanRegion"_s);
    writer.writeTextElement(PwgNamespace, u"ContentRegionUnits"_s, u"escl:ThreeHundredthsOfInches"_s);
    writer.writeTextElement(PwgNamespace, u"XOffset"_s, u"0"_s);
    writer.writeTextElement(PwgNamespace, u"YOffset"_s, u"0"_s);
    writer.writeTextElement(PwgNamespace, u"Width"_s, QString::number(width));
    writer.writeTextElement(PwgNamespace, u"Height"_s, QString::number(height));
    writer.writeEndElement();
    writer.writeEndElement();
    writer.writeTextElement(PwgNamespace, u"InputSource"_s, fromFeeder ? u"Feeder"_s : u"Platen"_s);
    writer.writeTextElement(ScanNamespace, u"ColorMode"_s, colourMode(options.colour));
    if (fromFeeder && capabilities.duplex)
        writer.writeTextElement(ScanNamespace, u"Duplex"_s, options.duplex ? u"true"_s : u"false"_s);
    writer.writeTextElement(ScanNamespace, u"XResolution"_s, QString::number(dpi));
    writer.writeTextElement(ScanNamespace, u"YResolution"_s, QString::number(dpi));
    writer.writeTextElement(PwgNamespace, u"DocumentFormat"_s, u"image/jpeg"_s);
    writer.writeTextElement(ScanNamespace, u"DocumentFormatExt"_s, u"image/jpeg"_s);
    writer.writeEndElement();
    writer.writeEndDocument();
    return xml;
}

} // namespace devices
