package org.yiping.watch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells systemd how a service is, as sd_notify(3) does: datagrams to the socket it names. Any thread.
///
/// Java has sockets of that family for streams only. The program `systemd-notify` would be a process each few seconds,
/// whose word systemd may not be able to attribute any more; two calls of the C library are less.
final class SystemdSocket implements Consumer<String> {
    private static final int UNIX = 1;
    private static final int DATAGRAM_CLOSED_ON_EXEC = 2 | 0x80000;
    private static final int NO_SIGNAL_NO_WAIT = 0x4000 | 0x40;
    private static final int LONGEST_PATH = 107;

    private final MemorySegment address;
    private final MethodHandle send;
    private final int socket;

    private SystemdSocket(MemorySegment address, MethodHandle send, int socket) {
        this.address = address;
        this.send = send;
        this.socket = socket;
    }

    /// For `NOTIFY_SOCKET` as it stands in the environment; where it is not set, or on a system without such, nobody is
    /// told.
    static Consumer<String> of(@Nullable String path) {
        if (path == null || path.isEmpty() || !System.getProperty("os.name").equals("Linux")) {
            return _ -> {};
        }
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        if (name.length > LONGEST_PATH || (name[0] != '/' && name[0] != '@')) {
            return _ -> {};
        }
        try {
            return open(name);
        } catch (Throwable e) { // a method handle may throw anything
            throw new IllegalStateException("no socket to systemd", e);
        }
    }

    @SuppressWarnings("restricted") // the launcher allows native access
    private static SystemdSocket open(byte[] name) throws Throwable {
        Linker linker = Linker.nativeLinker();
        MethodHandle socket = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("socket"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        MethodHandle send = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("sendto"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT));
        boolean hidden = name[0] == '@';
        MemorySegment address = Arena.global().allocate(2 + name.length + (hidden ? 0 : 1), 2);
        address.set(ValueLayout.JAVA_SHORT, 0, (short) UNIX);
        MemorySegment.copy(name, 0, address, ValueLayout.JAVA_BYTE, 2, name.length);
        if (hidden) {
            address.set(ValueLayout.JAVA_BYTE, 2, (byte) 0);
        }
        return new SystemdSocket(address, send, (int) socket.invokeExact(UNIX, DATAGRAM_CLOSED_ON_EXEC, 0));
    }

    /// What cannot be sent is not sent: systemd then does what it does about a silent service.
    @Override
    public void accept(String state) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment words = arena.allocateFrom(state);
            var _ = (long) send.invokeExact(
                    socket, words, words.byteSize() - 1, NO_SIGNAL_NO_WAIT, address, (int) address.byteSize());
        } catch (Throwable e) { // a method handle may throw anything
            throw new IllegalStateException("systemd could not be told", e);
        }
    }
}
