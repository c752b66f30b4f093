package org.yiping.fake;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/// What goes wrong with the fake platform, by seed or by order. Any thread.
public final class Faults {
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    private Random random = new Random(1);
    private double rate;
    private boolean down;
    private boolean refusesRefresh;
    private int snapshotsToCut;
    private long tokenSeconds = 3600;
    private int slowCommands;
    private boolean silent;

    /// Every frame, command and snapshot is lost with this likelihood.
    public synchronized void rate(long seed, double likelihood) {
        random = new Random(seed);
        rate = likelihood;
    }

    public synchronized void down(boolean now) {
        down = now;
    }

    public synchronized void cutSnapshots(int next) {
        snapshotsToCut = next;
    }

    public synchronized void tokenSeconds(long seconds) {
        tokenSeconds = seconds;
    }

    public synchronized void refuseRefresh(boolean now) {
        refusesRefresh = now;
    }

    /// Answers this command with a status, 0 to stop.
    public void refuse(String commandId, int status) {
        refusals.put(commandId, status);
    }

    /// So many of the next commands are applied, but answered too late.
    public synchronized void slowCommands(int next) {
        slowCommands = next;
    }

    /// Streams say nothing more.
    public synchronized void silent(boolean now) {
        silent = now;
    }

    synchronized boolean silent() {
        return silent;
    }

    synchronized boolean slowsCommand() {
        return slowCommands-- > 0;
    }

    synchronized boolean down() {
        return down;
    }

    synchronized boolean refusesRefresh() {
        return refusesRefresh;
    }

    synchronized long tokenSeconds() {
        return tokenSeconds;
    }

    int refusal(String commandId) {
        return refusals.getOrDefault(commandId, 0);
    }

    synchronized boolean cutsSnapshot() {
        if (snapshotsToCut > 0) {
            snapshotsToCut--;
            return true;
        }
        return random.nextDouble() < rate;
    }

    synchronized boolean cutsFrame() {
        return random.nextDouble() < rate;
    }

    synchronized boolean losesCommandBefore() {
        return random.nextDouble() < rate;
    }

    synchronized boolean losesCommandAfter() {
        return random.nextDouble() < rate;
    }

    /// With a rate, frames carry few and changing numbers of changes, so that cuts fall everywhere.
    synchronized int chunk(int usual) {
        return rate == 0 ? usual : 1 + random.nextInt(3);
    }
}
