package org.yiping.console.outbox;

import java.nio.file.Path;
import java.time.InstantSource;
import org.yiping.fake.Desk;
import org.yiping.fake.Samples;

/// A console that queues commands until it is killed, and prints each id once it is durable.
public final class QueueAndDieMain {
    private QueueAndDieMain() {}

    public static void main(String[] arguments) {
        Desk desk = new Desk(Path.of(arguments[0]), Integer.parseInt(arguments[1]), InstantSource.system()).start();
        for (int i = 0; ; i++) {
            String id = arguments[2] + "-" + i;
            desk.outbox.submit(Samples.act(id, "c" + i % 5)).join();
            System.out.println(id);
        }
    }
}
