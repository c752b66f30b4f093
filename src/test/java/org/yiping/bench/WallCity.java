package org.yiping.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yiping.simulator.city.CityGenerator;

/// The fictional city with its simulator at work, and scenes of its own: `plain` (map, figures, a ranking and a trend
/// that are asked
/// for again and again, cards and clocks, no pictures), `tiles` (the same and twelve cameras) and `turning`, in which
/// every tile turns every other second.
/// One thread.
record WallCity(Hall hall, Hall.Server server, Hall.Program simulator) {
    private static final long SEED = 1;
    private static final int BACKLOG = 300;

    private static final String PLAIN = """
            version: "1"
            title: {zh: 图与数, en: Map and figures}
            layouts:
              - monitors: [6, 3]
                grid: [6, 3]
                tiles:
                  - {at: [1, 1, 4, 3], panel: map, options: {cases: 4, legend: yes}, priority: 90}
                  - {at: [5, 1], panel: clock, priority: 30}
                  - {at: [6, 1], panel: figures, priority: 70}
                  - {at: [5, 2], panel: ranking, options: {of: handle-in-time-rate, by: department}, priority: 60}
                  - {at: [6, 2], panel: alarms, priority: 80}
                  - {at: [5, 3], panel: trend, options: {period: month}, priority: 50}
                  - {at: [6, 3], panel: urgent, options: {number: 1}, priority: 40}
            ...
            """;
    private static final String TILES = PLAIN.replace("panel: alarms", "panel: cameras")
            .replace("panel: urgent, options: {number: 1}", "panel: cameras")
            .replace("panel: clock", "panel: cameras");
    private static final String TURNING = """
            version: "1"
            title: {zh: 轮换, en: In turn}
            layouts:
              - monitors: [4, 1]
                grid: [4, 1]
                tiles:
            """ + turning(1) + turning(2) + turning(3) + turning(4) + "...\n";

    private static String turning(int column) {
        return "      - {at: [" + column + ", 1], every: 5s, turns: [{panel: figures}, {panel: alarms},"
                + " {panel: clock}], priority: 50}\n";
    }

    /// With that scene standing by itself; speed 1 is a city of some two thousand cases a day.
    static WallCity open(Hall hall, String name, String standard, double speed) throws IOException {
        Path city = hall.folder().resolve(name + "-city");
        new CityGenerator(SEED).write(city);
        Path scenes = Files.createDirectories(city.resolve("scenes"));
        Files.writeString(scenes.resolve("plain.yaml"), PLAIN);
        Files.writeString(scenes.resolve("tiles.yaml"), TILES);
        Files.writeString(scenes.resolve("turning.yaml"), TURNING);
        Files.writeString(scenes.resolve("wall.yaml"), "version: \"1\"\nstandard: " + standard + "\n...\n");
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Hall.Server server = hall.server(
                hall.folder().resolve(name + "-server"),
                "--city",
                city.toString(),
                "--cameras",
                "http://127.0.0.1:" + port);
        Hall.Program simulator = hall.start(
                "SIMULATOR",
                "org.yiping.simulator.Main",
                "--server",
                server.url(),
                "--accounts",
                server.data().resolve("accounts.csv").toString(),
                "--speed",
                Double.toString(speed),
                "--backlog",
                Integer.toString(BACKLOG),
                "--cameras-port",
                Integer.toString(port));
        simulator.drain();
        return new WallCity(hall, server, simulator);
    }

    /// What a wall of it is told.
    String[] seat(Path own, String... more) throws IOException {
        return Hall.seat(server.url(), Account.of(server.accounts(), "wall"), "wall", own, more);
    }

    void end() throws InterruptedException {
        simulator.end();
        server.end();
    }
}
