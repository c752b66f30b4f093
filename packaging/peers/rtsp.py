#!/usr/bin/python3
"""An RTSP server that shares no line with us: GStreamer's, for RtspPeerTest. Prints its port, serves until its input ends.

/h264, /h265: a moving test picture; /resized: one that is another size every two seconds; /clip: the file of the first
argument, once; /recorded/0 and so on: those of the others. The second port asks for user:right by Basic, the third by
Digest; the fourth ends a session of which it has heard nothing for two seconds.
"""
import sys
import threading

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402

PICTURE = "videotestsrc is-live=true pattern=ball ! video/x-raw,width=640,height=360,framerate=15/1"
H264 = f"( {PICTURE} ! x264enc tune=zerolatency speed-preset=ultrafast key-int-max=15 ! rtph264pay name=pay0 pt=96 )"
RESIZED = (
    "( videotestsrc is-live=true pattern=ball ! video/x-raw,framerate=15/1 ! videoscale ! capsfilter name=size"
    " caps=video/x-raw,width=640,height=360 ! x264enc tune=zerolatency speed-preset=ultrafast key-int-max=15"
    " ! rtph264pay name=pay0 pt=96 config-interval=-1 )")
SIZES = ((640, 360), (960, 540))
PATIENCE_SECONDS = 2
H265 = f"( {PICTURE} ! x265enc tune=zerolatency speed-preset=ultrafast key-int-max=15 ! rtph265pay name=pay0 pt=96 )"


def mount(server, path, launch, user=None):
    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_launch(launch)
    factory.set_shared(True)
    if user:
        permissions = GstRtspServer.RTSPPermissions()
        permissions.add_permission_for_role(user, "media.factory.access", True)
        permissions.add_permission_for_role(user, "media.factory.construct", True)
        factory.set_permissions(permissions)
    server.get_mount_points().add_factory(path, factory)
    return factory


def resize(_, media):
    size = media.get_element().get_by_name("size")
    turns = [0]

    def turn():
        turns[0] += 1
        width, height = SIZES[turns[0] % len(SIZES)]
        size.set_property("caps", Gst.Caps.from_string(f"video/x-raw,width={width},height={height}"))
        return True

    GLib.timeout_add(2_000, turn)


def impatient(server):
    """Over UDP; who is connected for the pictures too is there."""
    def hurry(_, session):
        session.set_timeout(PATIENCE_SECONDS)
        session.set_property("extra-timeout", 0)

    def clean():
        server.get_session_pool().cleanup()
        return True

    def meet(_, client):
        client.set_property("post-session-timeout", 0)
        client.connect("new-session", hurry)

    server.connect("client-connected", meet)
    GLib.timeout_add(1_000, clean)


def serve(method=None):
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service("0")
    if method is not None:
        auth = GstRtspServer.RTSPAuth()
        auth.set_supported_methods(method)
        token = GstRtspServer.RTSPToken()
        token.set_string("media.factory.role", "user")
        if method == GstRtsp.RTSPAuthMethod.BASIC:
            auth.add_basic(GstRtspServer.RTSPAuth.make_basic("user", "right"), token)
        else:
            auth.add_digest("user", "right", token)
        server.set_auth(auth)
    return server


def main():
    Gst.init(None)
    open_server, basic, digest, hasty = (
        serve(), serve(GstRtsp.RTSPAuthMethod.BASIC), serve(GstRtsp.RTSPAuthMethod.DIGEST), serve())
    impatient(hasty)
    mount(hasty, "/h264", H264)
    mount(open_server, "/resized", RESIZED).connect("media-configure", resize)
    mount(open_server, "/h264", H264)
    mount(open_server, "/h265", H265)
    for number, path in enumerate(sys.argv[1:], -1):
        clip = f'( filesrc location="{path}" ! qtdemux ! h264parse ! rtph264pay name=pay0 pt=96 )'
        mount(open_server, "/clip" if number < 0 else f"/recorded/{number}", clip)
    mount(basic, "/h264", H264, "user")
    mount(digest, "/h264", H264, "user")
    servers = [open_server, basic, digest, hasty]
    for server in servers:
        server.attach(None)
    loop = GLib.MainLoop()

    def until_the_input_ends():
        sys.stdin.read()
        loop.quit()

    threading.Thread(target=until_the_input_ends, daemon=True).start()
    print(*[server.get_bound_port() for server in servers], flush=True)
    loop.run()


main()
