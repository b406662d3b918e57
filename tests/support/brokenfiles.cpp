// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brokenfiles.h"

#include "tests/support/stillbytes.h"
#include "tests/support/testdata.h"

#include <QDir>
#include <QFile>
#include <QtEndian>

#include <sys/stat.h>

namespace likeness::tests {

namespace {

using base::ErrorCode;
constexpr auto sound = std::nullopt;

class Table
{
public:
    explicit Table(const QString &folder) : m_folder(folder) {}

    QString path(const QString &fileName) const { return m_folder.filePath(fileName); }

    void add(const QString &name, const QString &fileName, const QByteArray &bytes,
             std::optional<ErrorCode> error)
    {
        QFile file(path(fileName));
        if (file.exists() || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        rows.append({name, file.fileName(), error});
    }

    QList<BrokenFile> rows;

private:
    QDir m_folder;
};

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

QByteArray deepPixels(int width, int height, int samples)
{
    QByteArray pixels;
    for (int i = 0; i < width * height * samples; ++i) {
        const auto value = quint16(i * 97);
        pixels += char(value & 0xff);
        pixels += char(value >> 8);
    }
    return pixels;
}

QByteArray bmpClaiming(QByteArray bmp, qint32 width, qint32 height)
{
    qToLittleEndian(width, bmp.data() + 18);
    qToLittleEndian(height, bmp.data() + 22);
    return bmp;
}

QByteArray webpClaiming(QByteArray lossless, quint32 width, quint32 height)
{
    // "RIFF" size "WEBP" "VP8L" size, the signature byte, then two fields of 14 bits less one.
    qToLittleEndian<quint32>((width - 1) | (height - 1) << 14, lossless.data() + 21);
    return lossless;
}

void addTruncated(Table &table, const QString &kind, const QByteArray &whole)
{
    const struct
    {
        const char *name;
        qsizetype bytes;
    } cuts[] = {{"a third", whole.size() / 3},
                {"half", whole.size() / 2},
                {"nine tenths", whole.size() * 9 / 10},
                {"last byte", whole.size() - 1}};
    for (const auto &cut : cuts) {
        const QString name = QStringLiteral("truncated %1, %2").arg(kind, QLatin1String(cut.name));
        table.add(name, QString(name).replace(u' ', u'_') + u'.' + kind, whole.left(cut.bytes),
                  ErrorCode::FileDamaged);
    }
}

void addUnsupported(Table &table)
{
    constexpr auto no = ErrorCode::FormatUnsupported;
    table.add("empty", "empty.jpg", {}, no);
    table.add("one byte", "one.jpg", "\xff", no);
    table.add("text", "text.jpg", "This is not a picture.\n", no);
    table.add("text that begins like a BMP", "text.bmp", "BM is how bitmaps begin, and so does this line.\n",
              no);
    table.add("gif", "still.gif",
              QByteArray::fromBase64("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"), no);
    table.add("gif named jpg", "gif.jpg",
              QByteArray::fromBase64("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"), no);
    table.add("svg", "drawing.svg",
              "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" "
              "height=\"9\"/></svg>",
              no);
    table.add("svg named png", "svg.png",
              "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>", no);
    table.add("heic without a picture", "phone.heic",
              QByteArray("\0\0\0\x18"
                         "ftypheic\0\0\0\0mif1heic",
                         24),
              ErrorCode::FileDamaged);
    table.add("pdf", "paper.pdf", "%PDF-1.4\n%%EOF\n", no);
    table.add("riff that is no webp", "sound.webp", QByteArray("RIFF\x04\0\0\0WAVE", 12), no);
}

void addDamaged(Table &table, const QImage &image)
{
    constexpr auto bad = ErrorCode::FileDamaged;
    const QByteArray jpeg = encoded(image, "jpeg");
    const QByteArray progressive = progressiveJpeg(image);
    const QByteArray png = encoded(image, "png");
    addTruncated(table, "jpg", jpeg);
    addTruncated(table, "progressive.jpg", progressive);
    addTruncated(table, "png", png);
    addTruncated(table, "tif", encoded(image, "tiff"));
    addTruncated(table, "webp", encoded(image, "webp", 100));
    addTruncated(table, "lossy.webp", encoded(image, "webp", 80));
    addTruncated(table, "bmp", encoded(image, "bmp"));

    // The middle is missing and the end is there: only the decoder itself can tell.
    const auto scan = jpeg.indexOf("\xff\xda");
    table.add("jpeg with half a scan", "halfscan.jpg", jpeg.left((scan + jpeg.size()) / 2) + "\xff\xd9", bad);
    table.add("jpeg with too many scans", "scans.jpg", jpegWithManyScans(progressive, 2000), bad);
    const auto pixels = png.indexOf("IDAT");
    QByteArray flipped = png;
    flipped[pixels + 100] = char(flipped[pixels + 100] ^ 1);
    table.add("png with a flipped byte", "flipped.png", flipped, bad);
    table.add("png with half its rows", "halfrows.png",
              png.left(33) + pngChunk("IDAT", png.mid(pixels + 4, 200)) + pngChunk("IEND", {}), bad);
    PlainTiff looping = tiffOf(image);
    looping.loops = true;
    table.add("tiff whose directory names itself", "loop.tif", tiffBytes(looping), bad);
    looping.pages = 3;
    table.add("tiff whose pages form a loop", "loop3.tif", tiffBytes(looping), bad);
}

void addTooLarge(Table &table, const QImage &image)
{
    constexpr auto large = ErrorCode::TooLarge;
    PlainTiff tiff = tiffOf(image);
    tiff.width = tiff.height = 100'000;
    table.add("jpeg that claims 65535x65535", "claim.jpg", jpegClaiming(encoded(image, "jpeg"), 65535, 65535),
              large);
    table.add("png that claims 100000x100000", "claim.png",
              pngClaiming(encoded(image, "png"), 100'000, 100'000), large);
    table.add("png that claims 2^31-1 squared", "claim31.png",
              pngClaiming(encoded(image, "png"), 0x7fffffff, 0x7fffffff), large);
    table.add("tiff that claims 100000x100000", "claim.tif", tiffBytes(tiff), large);
    tiff.width = tiff.height = 0xffffffff;
    table.add("tiff that claims 2^32-1 squared", "claim32.tif", tiffBytes(tiff), large);
    table.add("bmp that claims 100000x100000", "claim.bmp",
              bmpClaiming(encoded(image, "bmp"), 100'000, 100'000), large);
    table.add("webp that claims 16384x16384", "claim.webp",
              webpClaiming(encoded(image, "webp", 100), 16384, 16384), large);
}

void addOddButSound(Table &table, const QImage &image)
{
    const QByteArray png = encoded(image, "png");
    table.add("png named jpg", "png.jpg", png, sound);
    table.add("jpeg named txt", "jpeg.txt", encoded(image, "jpeg"), sound);
    table.add("jpeg without an ending", "jpeg", encoded(image, "jpeg"), sound);
    table.add("1x10000", "narrow.png", encoded(quadrants(1, 10'000), "png"), sound);
    table.add("10000x1", "flat.jpg", encoded(quadrants(10'000, 1), "jpeg"), sound);
    table.add("1x1", "dot.bmp", encoded(quadrants(1, 1), "bmp"), sound);
    table.add("cmyk jpeg", "cmyk.jpg", fileBytes(dataDirectory() + "/stills/cmyk.jpg"), sound);
    PlainTiff inks = tiffOf(image);
    inks.samples = 4;
    inks.photometric = 5;
    inks.pixels = QByteArray(qsizetype(inks.width) * inks.height * 4, '\x40');
    table.add("cmyk tiff", "cmyk.tif", tiffBytes(inks), sound);
    table.add("16 bit png", "deep.png", encoded(image.convertToFormat(QImage::Format_RGBX64), "png"), sound);
    PlainTiff deep = tiffOf(image);
    deep.bits = 16;
    deep.pixels = deepPixels(image.width(), image.height(), 3);
    table.add("16 bit tiff", "deep.tif", tiffBytes(deep), sound);
    deep.samples = 1;
    deep.photometric = 1;
    deep.pixels = deepPixels(image.width(), image.height(), 1);
    table.add("16 bit grey tiff", "deepgrey.tif", tiffBytes(deep), sound);
    table.add("animated png", "animated.png", animatedPng(image, image.mirrored()), sound);
    table.add("animated webp", "animated.webp", animatedWebP(image, image.mirrored()), sound);
    PlainTiff pages = tiffOf(image);
    pages.pages = 3;
    table.add("tiff of three pages", "pages.tif", tiffBytes(pages), sound);
    table.add("exif loop", "exifloop.jpg", jpegWithExif(encoded(image, "jpeg"), exifBlock(1, 8)), sound);
    table.add("exif of nonsense", "exif.jpg",
              jpegWithExif(encoded(image, "jpeg"), exifBlock(1).left(12) + QByteArray(60, '\xff')), sound);
    table.add("jpeg with bytes after its end", "tail.jpg", encoded(image, "jpeg") + QByteArray(5000, 'x'),
              sound);
    QImage gradient(320, 240, QImage::Format_Grayscale8);
    for (int y = 0; y < gradient.height(); ++y)
        for (int x = 0; x < gradient.width(); ++x)
            gradient.scanLine(y)[x] = uchar((x + y) * 255 / 560);
    table.add("no face", "gradient.png", encoded(gradient, "png"), sound);
    table.add("path with spaces and other scripts",
              QString::fromUtf8("Zeugin Äöß 証拠 \xf0\x9f\x93\xb7 1.png"), png, sound);
    table.add("name with a quote and a percent sign", "it's 100% 'so'.png", png, sound);
}

void addUnreadable(Table &table, const QByteArray &png)
{
    constexpr auto unreadable = ErrorCode::FileUnreadable;
    const auto addRow = [&](const QString &name, const QString &path) {
        table.rows.append({name, path, unreadable});
    };
    QDir().mkdir(table.path("directory.jpg"));
    addRow("directory", table.path("directory.jpg"));
    addRow("missing", table.path("missing.jpg"));
    table.add("no permission", "forbidden.png", png, unreadable);
    table.rows.last().needsOrdinaryUser = true;
    QFile::setPermissions(table.path("forbidden.png"), {});
    QFile::link(table.path("png.jpg"), table.path("link.png"));
    addRow("symbolic link", table.path("link.png"));
    QFile::link(table.path("nowhere"), table.path("dangling.png"));
    addRow("dangling symbolic link", table.path("dangling.png"));
    if (mkfifo(QFile::encodeName(table.path("fifo.png")).constData(), 0600) != 0)
        qFatal("cannot make a FIFO in the temporary folder");
    addRow("fifo", table.path("fifo.png"));
    addRow("device", QStringLiteral("/dev/zero"));
}

} // namespace

QList<BrokenFile> makeBrokenFiles(const QString &folder)
{
    Table table(folder);
    const QImage image = quadrants(64, 48);
    addUnsupported(table);
    addDamaged(table, image);
    addTooLarge(table, image);
    addOddButSound(table, image);
    addUnreadable(table, encoded(image, "png"));
    return table.rows;
}

} // namespace likeness::tests
