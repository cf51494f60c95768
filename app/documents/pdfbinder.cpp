// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/pdfbinder.h"

#include "app/documents/jpeghead.h"
#include "app/documents/pageimage.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImage>
#include <QPainter>

#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

constexpr double PointsPerInch = 72;
constexpr double UsualDpi = 300;
constexpr int ArchiveQuality = 92;

const char* colourSpace(int components)
{
    return components == 1 ? "/DeviceGray" : components == 4 ? "/DeviceCMYK" : "/DeviceRGB";
}

/// Binds page after page to one document.
class Binder
{
public:
    explicit Binder(PdfKind kind) : m_kind(kind)
    {
        m_document.emptyPDF();
        if (kind == PdfKind::Archive)
            addIntent();
    }

    bool add(const ImportedPage& page)
    {
        if (page.mediaType == u"application/pdf")
            return addPdf(page.bytes);
        if (const auto head = jpegHead(page.bytes); head && isAllowed(*head))
            return addJpeg(page.bytes, *head);
        return addImage(QImage::fromData(page.bytes), page.mediaType == u"image/png");
    }

    QByteArray written()
    {
        QPDFWriter writer(m_document);
        writer.setOutputMemory();
        writer.setStreamDataMode(qpdf_s_preserve); // nothing is encoded anew
        writer.setDeterministicID(true);
        if (m_kind == PdfKind::Archive) { // PDF 1.4 knows neither object nor cross-reference streams
            writer.setObjectStreamMode(qpdf_o_disable);
            writer.setNewlineBeforeEndstream(true);
            writer.forcePDFVersion("1.4");
        } else {
            writer.setObjectStreamMode(qpdf_o_generate);
        }
        writer.write();
        const auto out = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char*>(out->getBuffer()), qsizetype(out->getSize())};
    }

private:
    /// In an archive all colours have to be those of its one profile.
    [[nodiscard]] bool isAllowed(const JpegHead& head) const
    {
        const bool known = head.components == 1 || head.components == 3 || head.components == 4;
        return known && head.bits == 8 && (m_kind == PdfKind::Plain || head.components != 4);
    }

    QPDFObjectHandle stream(const QByteArray& bytes) { return QPDFObjectHandle::newStream(&m_document, bytes.toStdString()); }

    bool addJpeg(const QByteArray& bytes, const JpegHead& head)
    {
        const QSizeF points = QSizeF(head.width, head.height) / (head.dpi > 1 ? head.dpi : UsualDpi) * PointsPerInch;
        addPage(jpegImage(bytes, head), points, head.quartersToTurn);
        return true;
    }

    QPDFObjectHandle jpegImage(const QByteArray& bytes, const JpegHead& head)
    {
        QPDFObjectHandle image = stream(bytes);
        QPDFObjectHandle about = image.getDict();
        describe(about, head.width, head.height, head.components, head.bits);
        about.replaceKey("/Filter", QPDFObjectHandle::newName("/DCTDecode"));
        if (head.components == 4 && head.invertedCmyk)
            about.replaceKey("/Decode", QPDFObjectHandle::parse("[1 0 1 0 1 0 1 0]"));
        return image;
    }

    bool addImage(const QImage& image, bool lossless)
    {
        if (image.isNull())
            return false;
        const QImage picture = image.hasAlphaChannel() ? onPaper(image) : image;
        const auto dpi = [](int dotsPerMetre) { return dotsPerMetre > 0 ? dotsPerMetre * 0.0254 : UsualDpi; };
        const QSizeF size(picture.width() / dpi(picture.dotsPerMeterX()) * PointsPerInch,
                          picture.height() / dpi(picture.dotsPerMeterY()) * PointsPerInch);
        if (m_kind == PdfKind::Archive && !lossless) { // a foreign JPEG: into the archive's colours
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            if (!picture.convertToFormat(QImage::Format_RGB32).save(&buffer, "JPEG", ArchiveQuality))
                return false;
            auto head = jpegHead(bytes);
            if (!head)
                return false;
            head->dpi = dpi(picture.dotsPerMeterX());
            return addJpeg(bytes, *head);
        }
        const bool line = picture.depth() == 1;
        const bool grey = !line && picture.allGray();
        const QImage plain = picture.convertToFormat(line ? QImage::Format_Mono : grey ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
        const qsizetype used = line ? (plain.width() + 7) / 8 : qsizetype(plain.width()) * (grey ? 1 : 3);
        QByteArray pixels;
        pixels.reserve(used * plain.height());
        for (int y = 0; y < plain.height(); ++y)
            pixels.append(reinterpret_cast<const char*>(plain.constScanLine(y)), used);
        QPDFObjectHandle object = stream(qCompress(pixels, 9).sliced(4)); // zlib's own format follows the length
        QPDFObjectHandle about = object.getDict();
        describe(about, plain.width(), plain.height(), line || grey ? 1 : 3, line ? 1 : 8);
        about.replaceKey("/Filter", QPDFObjectHandle::newName("/FlateDecode"));
        if (line && plain.colorCount() > 0 && qGray(plain.color(0)) > 127)
            about.replaceKey("/Decode", QPDFObjectHandle::parse("[1 0]"));
        addPage(object, size, 0);
        return true;
    }

    static void describe(QPDFObjectHandle about, int width, int height, int components, int bits)
    {
        about.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
        about.replaceKey("/Subtype", QPDFObjectHandle::newName("/Image"));
        about.replaceKey("/Width", QPDFObjectHandle::newInteger(width));
        about.replaceKey("/Height", QPDFObjectHandle::newInteger(height));
        about.replaceKey("/BitsPerComponent", QPDFObjectHandle::newInteger(bits));
        about.replaceKey("/ColorSpace", QPDFObjectHandle::newName(colourSpace(components)));
    }

    static QByteArray inPoints(double length) { return QByteArray::number(length, 'f', 2); }

    static QByteArray drawing(const QByteArray& width, const QByteArray& height)
    {
        return "q " + width + " 0 0 " + height + " 0 0 cm /Im0 Do Q";
    }

    void addPage(const QPDFObjectHandle& image, const QSizeF& points, int quarters)
    {
        const QByteArray width = inPoints(points.width());
        const QByteArray height = inPoints(points.height());
        QPDFObjectHandle page = QPDFObjectHandle::parse(("<< /Type /Page /MediaBox [0 0 " + width + " " + height + "] >>").toStdString());
        QPDFObjectHandle images = QPDFObjectHandle::newDictionary();
        images.replaceKey("/Im0", m_document.makeIndirectObject(image));
        QPDFObjectHandle resources = QPDFObjectHandle::newDictionary();
        resources.replaceKey("/XObject", images);
        page.replaceKey("/Resources", resources);
        page.replaceKey("/Contents", m_document.makeIndirectObject(stream(drawing(width, height))));
        if (quarters != 0)
            page.replaceKey("/Rotate", QPDFObjectHandle::newInteger(quarters * 90LL));
        QPDFPageDocumentHelper(m_document).addPage(m_document.makeIndirectObject(page), false);
    }

    bool addPdf(const QByteArray& bytes)
    {
        auto source = std::make_unique<QPDF>();
        source->setSuppressWarnings(true);
        source->processMemoryFile("page", bytes.constData(), std::size_t(bytes.size()));
        for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(*source).getAllPages()) {
            if (m_kind == PdfKind::Archive) {
                if (!addAgain(page.getObjectHandle()))
                    return false;
                continue;
            }
            QPDFPageDocumentHelper(m_document).addPage(page, false);
        }
        m_sources.push_back(std::move(source)); // streams are read when the whole is written
        return true;
    }

    /// A page that was bound here before is made anew from its picture. Whether anything else is fit for an archive is not
    /// ours to say.
    bool addAgain(QPDFObjectHandle page)
    {
        if (!hasOnly(page, {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents", "/Rotate"}))
            return false;
        QPDFObjectHandle resources = page.getKey("/Resources");
        QPDFObjectHandle contents = page.getKey("/Contents");
        if (!hasOnly(resources, {"/XObject"}) || !hasOnly(resources.getKey("/XObject"), {"/Im0"}) || !contents.isStream())
            return false;
        const auto box = page.getKey("/MediaBox").getArrayAsRectangle();
        const QSizeF points(box.urx, box.ury);
        if (box.llx != 0 || box.lly != 0 || bytesOf(contents.getStreamData()) != drawing(inPoints(box.urx), inPoints(box.ury)))
            return false;
        QPDFObjectHandle turn = page.getKey("/Rotate");
        const int quarters = turn.isInteger() ? turn.getIntValueAsInt() / 90 : 0;
        const auto image = imageAgain(resources.getKey("/XObject").getKey("/Im0"));
        if (image)
            addPage(*image, points, quarters);
        return image.has_value();
    }

    std::optional<QPDFObjectHandle> imageAgain(QPDFObjectHandle image)
    {
        static const std::set<std::string> known{"/Type",       "/Subtype", "/Width",  "/Height", "/BitsPerComponent",
                                                 "/ColorSpace", "/Filter",  "/Length", "/Decode"};
        if (!image.isStream() || !hasOnly(image.getDict(), known))
            return std::nullopt;
        QPDFObjectHandle about = image.getDict();
        QPDFObjectHandle filter = about.getKey("/Filter");
        if (filter.isNameAndEquals("/DCTDecode")) {
            const QByteArray jpeg = bytesOf(image.getRawStreamData());
            const auto head = jpegHead(jpeg);
            return head && isAllowed(*head) ? std::optional(jpegImage(jpeg, *head)) : std::nullopt;
        }
        const bool grey = about.getKey("/ColorSpace").isNameAndEquals(colourSpace(1));
        if (!filter.isNameAndEquals("/FlateDecode") || (!grey && !about.getKey("/ColorSpace").isNameAndEquals(colourSpace(3))))
            return std::nullopt;
        QPDFObjectHandle again = stream(bytesOf(image.getRawStreamData()));
        for (const std::string& key : known) {
            if (key != "/Length" && about.hasKey(key))
                again.getDict().replaceKey(key, QPDFObjectHandle::parse(about.getKey(key).unparseResolved()));
        }
        return again;
    }

    static bool hasOnly(QPDFObjectHandle dictionary, const std::set<std::string>& known)
    {
        if (!dictionary.isDictionary())
            return false;
        const std::set<std::string> keys = dictionary.getKeys();
        return std::includes(known.begin(), known.end(), keys.begin(), keys.end());
    }

    static QByteArray bytesOf(const std::shared_ptr<Buffer>& buffer)
    {
        return {reinterpret_cast<const char*>(buffer->getBuffer()), qsizetype(buffer->getSize())};
    }

    /// Profile of the colours and what it is, as ISO 19005-1 asks.
    void addIntent()
    {
        QPDFObjectHandle profile = stream(QColorSpace(QColorSpace::SRgb).iccProfile());
        profile.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(3));
        QPDFObjectHandle intent = QPDFObjectHandle::parse("<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) >>");
        intent.replaceKey("/DestOutputProfile", m_document.makeIndirectObject(profile));
        QPDFObjectHandle intents = QPDFObjectHandle::newArray();
        intents.appendItem(intent);
        m_document.getRoot().replaceKey("/OutputIntents", intents);
        QPDFObjectHandle metadata =
            stream("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                   "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
                   "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"><pdfaid:part>1</pdfaid:part>"
                   "<pdfaid:conformance>B</pdfaid:conformance></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>");
        metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
        metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
        m_document.getRoot().replaceKey("/Metadata", m_document.makeIndirectObject(metadata));
    }

    PdfKind m_kind;
    std::vector<std::unique_ptr<QPDF>> m_sources;
    QPDF m_document;
};

} // namespace

core::Result<QByteArray> bindPdf(const QList<ImportedPage>& pages, PdfKind kind)
{
    int number = 0;
    const auto refused = [&number](const QString& code) {
        return core::fail(core::ErrorKind::InvalidInput, code, {QString::number(number)});
    };
    if (pages.isEmpty())
        return refused(u"bind.unreadable"_s);
    try {
        Binder binder(kind);
        for (const ImportedPage& page : pages) {
            ++number;
            if (binder.add(page))
                continue;
            const bool foreign = kind == PdfKind::Archive && page.mediaType == u"application/pdf";
            return refused(foreign ? u"bind.foreign"_s : u"bind.unreadable"_s);
        }
        return binder.written();
    } catch (const std::exception&) {
        return refused(u"bind.unreadable"_s);
    }
}

} // namespace documents
