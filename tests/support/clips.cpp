// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/clips.h"

#include "tests/support/testdata.h"

#include <QDir>
#include <QFile>
#include <QProcess>

namespace likeness::tests
{

namespace
{

constexpr auto pattern = "testsrc2=s=176x144:r=25:d=%1";

class Maker
{
public:
    explicit Maker(const QString &folder) : m_folder(folder) {}

    /// From a lavfi source; `options` are the encoder's, separated by spaces.
    bool add(const QString &name, const QString &file, const QString &options, double seconds = 3,
             const QString &source = QString::fromLatin1(pattern))
    {
        const QString input = source.contains("%1") ? source.arg(seconds) : source;
        QStringList arguments{"-f", "lavfi", "-i", input};
        return run(name, file, arguments + options.split(u' ', Qt::SkipEmptyParts));
    }

    /// From another clip of the folder.
    bool addCopy(const QString &name, const QString &file, const QString &from, const QString &before,
                 const QString &after)
    {
        return run(name, file,
                   before.split(u' ', Qt::SkipEmptyParts) + QStringList{"-i", m_folder.filePath(from)} +
                       after.split(u' ', Qt::SkipEmptyParts));
    }

    /// Other bytes of another clip.
    bool addBytes(const QString &name, const QString &file, const QByteArray &bytes)
    {
        QFile out(m_folder.filePath(file));
        if (bytes.isEmpty() || !out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            return false;
        clips.append({name, out.fileName()});
        clips.last().isCut = true;
        return true;
    }

    QByteArray bytes(const QString &file) const
    {
        QFile in(m_folder.filePath(file));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    QList<Clip> clips;

private:
    bool run(const QString &name, const QString &file, QStringList arguments)
    {
        const QString path = m_folder.filePath(file);
        arguments = QStringList{"-v", "error", "-nostdin", "-y"} + arguments +
                    QStringList{"-threads", "1", "-fflags", "+bitexact", path};
        QProcess ffmpeg;
        ffmpeg.start("ffmpeg", arguments);
        if (!ffmpeg.waitForFinished(60'000))
            qFatal("the ffmpeg program is missing or hangs");
        if (ffmpeg.exitCode() != 0 || QFile(path).size() == 0) {
            qWarning("no clip \"%s\": %s", qPrintable(name), ffmpeg.readAllStandardError().constData());
            return false;
        }
        clips.append({name, path});
        return true;
    }

    QDir m_folder;
};

} // namespace

QList<Clip> makeClips(const QString &folder)
{
    Maker make(folder);
    const QString fast = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 12 ";
    const QString full = "-c:v libx264 -preset veryfast -pix_fmt yuv420p -g 24 ";
    make.add("h264", "plain.mp4", fast);
    make.add("h264 with sound", "sound.mp4", "-f lavfi -i sine=d=3 " + fast + "-c:a aac");
    make.add("variable rate", "variable.mkv", fast + "-vf select='lt(mod(n,7),4)' -vsync vfr");
    make.clips.last().isVariable = true;
    make.add("variable rate mp4", "variable.mp4", fast + "-vf setpts=N*N/400/TB -vsync vfr", 2);
    make.clips.last().isVariable = true;
    make.add("B-pyramid", "pyramid.mp4", full + "-bf 5 -b_strategy 0 -x264-params b-pyramid=normal:ref=4");
    make.add("h264 open GOP", "open.mp4",
             full + "-bf 3 -x264-params open-gop=1:keyint=20:min-keyint=20:scenecut=0");
    make.add("h264 open GOP ts", "open.ts",
             full + "-bf 3 -x264-params open-gop=1:keyint=20:min-keyint=20:scenecut=0");
    make.add("hevc open GOP", "open265.mp4",
             "-c:v libx265 -preset ultrafast -pix_fmt yuv420p -x265-params "
             "log-level=none:open-gop=1:keyint=20:bframes=3",
             2);
    make.add("hevc 10 bit", "deep265.mkv",
             "-c:v libx265 -preset ultrafast -pix_fmt yuv420p10le -x265-params log-level=none:keyint=20", 2);
    make.add("h264 10 bit", "deep264.mkv", "-c:v libx264 -preset ultrafast -pix_fmt yuv420p10le -g 15", 2);
    make.add("h264 4:2:2", "422.mkv", "-c:v libx264 -preset ultrafast -pix_fmt yuv422p -g 15", 2);
    make.add("h264 4:4:4", "444.mkv", "-c:v libx264 -preset ultrafast -pix_fmt yuv444p -g 15", 2);
    make.add("h264 grey", "grey.mkv", "-c:v libx264 -preset ultrafast -pix_fmt gray -g 15", 2);
    make.add("ffv1 grey", "greyffv1.mkv", "-c:v ffv1 -pix_fmt gray", 1);
    make.add("h264 top field first", "tff.mp4",
             full + "-vf tinterlace=interleave_top,fieldorder=tff -flags +ilme+ildct");
    make.add("h264 bottom field first", "bff.ts",
             full + "-vf tinterlace=interleave_bottom,fieldorder=bff -flags +ilme+ildct -x264-params bff=1");
    make.add("mpeg2 top field first", "tff.mpg",
             "-c:v mpeg2video -g 12 -bf 2 -vf tinterlace=interleave_top,fieldorder=tff -flags +ilme+ildct");
    make.add("mpeg2 ts", "mpeg2.ts", "-c:v mpeg2video -g 12 -bf 2");
    make.add("mpeg1", "mpeg1.mpg", "-c:v mpeg1video -g 12 -bf 2");
    make.addCopy("edit list", "edit.mp4", "pyramid.mp4", "-ss 1.3", "-c copy");
    make.addCopy("negative times", "negative.mkv", "pyramid.mp4", "",
                 "-c copy -output_ts_offset -0.5 -avoid_negative_ts disabled");
    make.addCopy("missing times, h264 stream", "raw.h264", "pyramid.mp4", "",
                 "-c copy -bsf:v h264_mp4toannexb");
    make.addCopy("h264 in avi", "b.avi", "pyramid.mp4", "", "-c copy -bsf:v h264_mp4toannexb");
    for (const int turn : {90, 180, 270}) {
        make.addCopy(QStringLiteral("rotation %1").arg(turn), QStringLiteral("turn%1.mov").arg(turn),
                     "plain.mp4", "", QStringLiteral("-c copy -metadata:s:v:0 rotate=%1").arg(360 - turn)); // it counts the other way
        make.clips.last().rotation = turn;
    }
    make.add("mjpeg avi", "mjpeg.avi", "-c:v mjpeg -q:v 5 -pix_fmt yuvj420p", 2);
    make.add("mjpeg mov", "mjpeg.mov", "-c:v mjpeg -q:v 5 -pix_fmt yuvj422p", 2);
    make.add("avi with empty frames", "empty.avi", "-c:v mpeg4 -g 12 -vf select='lt(mod(n,9),5)' -vsync vfr");
    make.add("mpeg4 with B-frames in avi", "bvop.avi", "-c:v mpeg4 -g 12 -bf 2");
    make.add("mpeg4 stream", "raw.m4v", "-c:v mpeg4 -g 12 -bf 2");
    make.add("vp8", "vp8.webm", "-c:v libvpx -deadline realtime -cpu-used 8 -g 15 -b:v 300k", 2);
    make.add("vp9", "vp9.webm", "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -g 15 -b:v 300k", 2);
    make.add("av1", "av1.mkv", "-c:v libsvtav1 -preset 12 -g 20", 1);
    make.add("theora", "theora.ogv", "-c:v libtheora -g 12", 2);
    make.add("wmv2", "wmv2.wmv", "-c:v wmv2 -g 12 -b:v 400k");
    make.add("flv", "flv1.flv", "-c:v flv1 -g 12");
    make.addCopy("h264 in flv", "h264.flv", "pyramid.mp4", "", "-c copy");
    make.add("dv", "tape.dv", "-c:v dvvideo -pix_fmt yuv420p", 0.4, "testsrc2=s=720x576:r=25:d=%1");
    make.add("ffv1", "ffv1.mkv", "-c:v ffv1 -g 10", 1);
    make.add("huffyuv", "huffyuv.avi", "-c:v huffyuv -pix_fmt yuv422p", 1);
    make.add("prores", "prores.mov", "-c:v prores_ks -pix_fmt yuv422p10le", 0.6);
    make.add("raw rgb", "raw.nut", "-c:v rawvideo -pix_fmt rgb24", 0.4);
    make.add("odd size", "odd.mkv", "-c:v libx264 -preset ultrafast -pix_fmt yuv444p -g 15", 2,
             "testsrc2=s=171x133:r=25:d=%1");
    make.add("single frame", "single.mp4", fast + "-frames:v 1");
    make.add("long GOP", "long.mp4", "-c:v libx264 -preset veryfast -pix_fmt yuv420p -g 1000", 6);
    make.add("fragments", "fragments.mp4", full + "-movflags frag_keyframe+empty_moov+default_base_moof");
    make.add("equal frames", "equal.mkv", full, 3, "color=c=teal:s=160x120:r=25:d=%1");
    make.add("equal frames, h264 stream", "equal.h264", full + "-f h264", 3,
             "color=c=teal:s=160x120:r=25:d=%1");
    make.add("noise", "noise.mp4", full, 2,
             "color=c=gray:s=160x120:r=25:d=%1,noise=all_seed=7:alls=60:allf=t");
    make.add("intra refresh", "refresh.ts",
             "-c:v libx264 -preset veryfast -pix_fmt yuv420p -x264-params intra-refresh=1:keyint=25");

    // A transport stream that lost a part, one that begins in a group, and files that end too early.
    const QByteArray ts = make.bytes("open.ts");
    const auto packets = ts.size() / 188;
    make.addBytes("ts with a gap", "gap.ts", ts.left(packets * 2 / 5 * 188) + ts.mid(packets / 2 * 188));
    make.addBytes("ts that begins in the middle", "late.ts", ts.mid(packets / 3 * 188));
    make.addBytes("cut ts", "cut.ts", ts.left(ts.size() * 7 / 10));
    make.addCopy("mp4 with its header first", "faststart.mp4", "pyramid.mp4", "",
                 "-c copy -movflags +faststart");
    const QByteArray mp4 = make.bytes("faststart.mp4");
    make.addBytes("cut mp4", "cut.mp4", mp4.left(mp4.size() * 7 / 10));
    const QByteArray mkv = make.bytes("negative.mkv");
    make.addBytes("cut mkv", "cut.mkv", mkv.left(mkv.size() * 7 / 10));
    const QByteArray avi = make.bytes("bvop.avi");
    make.addBytes("cut avi", "cut.avi", avi.left(avi.size() * 7 / 10));
    return make.clips;
}

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.start(program, arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished(60'000))
        qFatal("%s is missing or hangs", qPrintable(program));
    return process.readAllStandardOutput();
}

QString panClip(const QString &folder)
{
    const QString photo = samplesDirectory() + QStringLiteral("/sample1.jpg");
    if (!QFile::exists(photo))
        qFatal("the sample photographs are not there; run the installer");
    const QString path = folder + QStringLiteral("/pan.mp4");
    outputOf(QStringLiteral("ffmpeg"), {"-v", "error", "-y", "-loop", "1", "-framerate", "12", "-i", photo,
                                        "-frames:v", "24", "-vf", "scale=1280:-2,crop=640:360:x=560+4*n:y=60",
                                        "-c:v", "libx264", "-pix_fmt", "yuv420p", path});
    return path;
}

bool isOnRedHair(const model::TrackBox &box)
{
    const double x = (1580.0 * 2 / 3 - 560 - 4 * double(box.frame)) / 640, y = (340.0 * 2 / 3 - 60) / 360;
    return box.box.x < x && x < box.box.right() && box.box.y < y && y < box.box.bottom();
}

} // namespace likeness::tests
