#!/usr/bin/env python3
"""A real RTSP camera for tests: GStreamer's server, with a picture that can tell the time.

Knows codecs, sound, authentication and a port; knows nothing of Mayday. Prints the port once it answers, and ends when
its standard input does. With --mark every picture carries when it was made, as black and white squares in its upper left
corner: milliseconds of the wall clock, the lowest 24 bits.
"""

import argparse
import sys
import threading
import time

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtspServer  # noqa: E402

Gst.init(None)

SQUARE = 16
BITS = 24

VIDEO = {
    "h264": "x264enc tune=zerolatency speed-preset=ultrafast bitrate=1500 key-int-max={key} ! "
    "video/x-h264,profile={profile} ! rtph264pay config-interval=-1 name=pay0 pt=96",
    "h265": "x265enc tune=zerolatency speed-preset=ultrafast key-int-max={key} ! rtph265pay config-interval=-1 name=pay0 pt=96",
    "vp8": "vp8enc deadline=1 ! rtpvp8pay name=pay0 pt=96",
    "none": "",
}
AUDIO = {
    "aac": "avenc_aac ! rtpmp4gpay name=pay{n} pt=97",
    "pcmu": "audioconvert ! audioresample ! audio/x-raw,rate=8000,channels=1 ! mulawenc ! rtppcmupay name=pay{n} pt=0",
    "pcma": "audioconvert ! audioresample ! audio/x-raw,rate=8000,channels=1 ! alawenc ! rtppcmapay name=pay{n} pt=8",
    "l16": "audioconvert ! audioresample ! audio/x-raw,format=S16BE,rate=44100,channels=1 ! rtpL16pay name=pay{n} pt=11",
}


def pipeline(arguments):
    parts = []
    if arguments.video != "none":
        caps = f"video/x-raw,format=I420,width={arguments.width},height={arguments.height},framerate={arguments.rate}/1"
        coder = VIDEO[arguments.video].format(key=arguments.key, profile=arguments.profile)
        if arguments.mark:
            # Whoever measures wants pictures in one piece, as cameras send them.
            coder = coder.replace("x264enc ", "x264enc threads=1 ")
        if arguments.mark:
            source = f"appsrc name=number is-live=true format=time caps=\"{caps}\""
        else:
            source = f"videotestsrc is-live=true pattern=smpte ! {caps}"
        parts.append(f"{source} ! {coder}")
    if arguments.audio:
        count = len(parts)
        parts.append(
            "audiotestsrc is-live=true wave=ticks ! audio/x-raw,rate=16000,channels=1 ! "
            + AUDIO[arguments.audio].format(n=count)
        )
    return "( " + " ".join(parts) + " )"


def marked(number, mark, width, height):
    """A grey picture with a moving bar, and a mark in squares, most significant bit first."""
    bar = (number * 8) % (width - 64)
    line = bytearray([90] * width)
    line[bar : bar + 64] = bytes([180] * 64)
    head = bytearray(line)
    for bit in range(BITS):
        on = (mark >> (BITS - 1 - bit)) & 1
        head[bit * SQUARE : (bit + 1) * SQUARE] = bytes([235 if on else 16]) * SQUARE
    luma = bytes(head) * SQUARE + bytes(line) * (height - SQUARE)
    return luma + bytes([128]) * (width * height // 2)


def configure(_factory, media, arguments):
    source = media.get_element().get_by_name("number")
    if source is None:
        return
    count = [0]

    def push():
        count[0] += 1
        made_ms = time.time_ns() // 1_000_000 % (1 << BITS)
        picture = Gst.Buffer.new_wrapped(marked(count[0], made_ms, arguments.width, arguments.height))
        picture.duration = Gst.SECOND // arguments.rate
        picture.pts = (count[0] - 1) * picture.duration
        return source.emit("push-buffer", picture) == Gst.FlowReturn.OK

    GLib.timeout_add(1000 // arguments.rate, push)


def guard(server, factory, arguments):
    auth = GstRtspServer.RTSPAuth()
    user, password = arguments.auth.split(":", 1)
    token = GstRtspServer.RTSPToken()
    token.set_string("media.factory.role", "viewer")
    if arguments.digest:
        auth.set_supported_methods(2)
        auth.add_digest(user, password, token)
    else:
        auth.add_basic(GstRtspServer.RTSPAuth.make_basic(user, password), token)
    server.set_auth(auth)
    role = "viewer,media.factory.access=(boolean)true,media.factory.construct=(boolean)true"
    factory.add_role_from_structure(Gst.Structure.new_from_string(role))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", default="0")
    parser.add_argument("--video", choices=VIDEO, default="h264")
    parser.add_argument("--audio", choices=AUDIO)
    parser.add_argument("--auth")
    parser.add_argument("--digest", action="store_true")
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--height", type=int, default=720)
    parser.add_argument("--rate", type=int, default=15)
    parser.add_argument("--key", type=int, default=15)
    parser.add_argument("--profile", default="constrained-baseline")
    parser.add_argument("--mark", action="store_true")
    arguments = parser.parse_args()

    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service(arguments.port)
    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_shared(True)
    factory.set_launch(pipeline(arguments))
    factory.connect("media-configure", configure, arguments)
    if arguments.auth:
        guard(server, factory, arguments)
    server.get_mount_points().add_factory("/live", factory)
    loop = GLib.MainLoop()
    if server.attach(None) == 0:
        sys.exit("the port is taken")
    print(server.get_bound_port(), flush=True)

    def ends():
        sys.stdin.read()
        GLib.idle_add(loop.quit)

    threading.Thread(target=ends, daemon=True).start()
    loop.run()


if __name__ == "__main__":
    main()
