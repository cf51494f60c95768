// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/pdfimport.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <cmath>
#include <set>
#include <vector>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

constexpr double LargestSide = 14'400; // points, PDF's own limit
constexpr int DeepestNesting = 400;    // far beyond any real document, far below what a stack bears
constexpr std::size_t MostObjects = 400'000;

tl::unexpected<core::Error> refused(const QString& code)
{
    return tl::unexpected(core::Error{core::ErrorKind::InvalidInput, code, {}});
}

/// Whether following every reference from here (but not back to parents) stays within bounds; without recursion.
bool isShallow(QPDFObjectHandle root)
{
    struct Place
    {
        QPDFObjectHandle object;
        int depth;
    };
    std::vector<Place> left{{root, 0}};
    std::set<QPDFObjGen> seen;
    std::size_t visited = 0;
    while (!left.empty()) {
        const Place place = left.back();
        left.pop_back();
        QPDFObjectHandle object = place.object;
        if (place.depth > DeepestNesting || ++visited > MostObjects)
            return false;
        if (object.isIndirect() && !seen.insert(object.getObjGen()).second)
            continue;
        if (object.isArray()) {
            for (int i = 0; i < object.getArrayNItems(); ++i)
                left.push_back({object.getArrayItem(i), place.depth + 1});
        } else if (object.isDictionary() || object.isStream()) {
            QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
            for (const std::string& key : dictionary.getKeys()) {
                if (key != "/Parent")
                    left.push_back({dictionary.getKey(key), place.depth + 1});
            }
        }
    }
    return true;
}

bool isTooLarge(QPDFPageObjectHelper& page, qint64 mostPixels)
{
    QPDFObjectHandle box = page.getAttribute("/MediaBox", false);
    for (int i = 0; box.isArray() && i < box.getArrayNItems(); ++i) {
        QPDFObjectHandle side = box.getArrayItem(i);
        if (side.isNumber() && !(std::abs(side.getNumericValue()) <= LargestSide))
            return true;
    }
    bool large = false;
    page.forEachImage(true, [&](QPDFObjectHandle& image, QPDFObjectHandle&, const std::string&) {
        QPDFObjectHandle width = image.getDict().getKey("/Width");
        QPDFObjectHandle height = image.getDict().getKey("/Height");
        large = large || !width.isInteger() || !height.isInteger() || width.getIntValue() < 0 || height.getIntValue() < 0 ||
                width.getIntValue() > mostPixels || height.getIntValue() > mostPixels ||
                width.getIntValue() * height.getIntValue() > mostPixels;
    });
    return large;
}

ImportedPage onePage(QPDFPageObjectHelper& page)
{
    for (const char* key : {"/AA", "/Metadata", "/PieceInfo", "/Thumb", "/Annots"}) // nothing that acts by itself
        page.getObjectHandle().removeKey(key);
    page.removeUnreferencedResources();
    QPDF single;
    single.emptyPDF();
    QPDFPageDocumentHelper(single).addPage(page, false);
    QPDFWriter writer(single);
    writer.setOutputMemory();
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setStaticID(true); // the same page is the same bytes
    writer.write();
    const auto out = writer.getBufferSharedPointer();
    return {QByteArray(reinterpret_cast<const char*>(out->getBuffer()), qsizetype(out->getSize())), u"application/pdf"_s};
}

} // namespace

core::Result<QList<ImportedPage>> importPdf(const QByteArray& file, const PdfLimits& limits)
{
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.processMemoryFile("import", file.constData(), std::size_t(file.size()));
        if (!isShallow(document.getRoot()))
            return refused(u"page.unreadable"_s);
        QPDFPageDocumentHelper helper(document);
        helper.pushInheritedAttributesToPage();
        auto pages = helper.getAllPages();
        if (pages.size() > std::size_t(limits.pages))
            return refused(u"import.too-many"_s);
        QList<ImportedPage> result;
        qint64 bytes = 0;
        for (QPDFPageObjectHelper& page : pages) {
            if (isTooLarge(page, limits.pixels))
                return refused(u"import.too-large"_s);
            result.append(onePage(page));
            bytes += result.constLast().bytes.size();
            if (bytes > limits.bytes)
                return refused(u"import.too-large"_s);
        }
        if (result.isEmpty())
            return refused(u"page.unreadable"_s);
        return result;
    } catch (const QPDFExc& fault) {
        return refused(fault.getErrorCode() == qpdf_e_password ? u"import.locked"_s : u"page.unreadable"_s);
    } catch (const std::exception&) {
        return refused(u"page.unreadable"_s);
    }
}

} // namespace documents
