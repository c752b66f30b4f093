package org.yiping.conform;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.yiping.protocol.Json;

/// What was looked at and what came out, told a line a check. One thread.
public final class Report {
    private final PrintStream out;
    private final List<String> ok = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    Report(PrintStream out) {
        this.out = out;
    }

    /// One look at the platform: ends quietly, or says what it missed or found wrong.
    interface Check {
        void look() throws Wrong, Missing, IOException, InterruptedException;
    }

    /// Something is answered, but not as the contract has it.
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String words) {
            super(words);
        }
    }

    /// Something is not offered, or cannot be looked at with what the platform holds and the accounts given.
    static final class Missing extends Exception {
        private static final long serialVersionUID = 1;

        Missing(String words) {
            super(words);
        }
    }

    void check(String name, Check check) throws InterruptedException {
        try {
            check.look();
            ok.add(name);
            out.println("ok       " + name);
        } catch (Missing e) {
            missing.add(name);
            out.println("missing  " + name + ": " + e.getMessage());
        } catch (Wrong | AssertionError e) {
            fault(name, e.getMessage());
        } catch (IOException | CompletionException | tools.jackson.core.JacksonException e) {
            fault(name, "expected an answer, got " + e);
        }
    }

    private void fault(String name, String words) {
        wrong.add(name);
        out.println("wrong    " + name + ": " + shortened(words));
    }

    private static String shortened(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        return line.length() <= 600 ? line : line.substring(0, 600) + " …";
    }

    public List<String> missing() {
        return List.copyOf(missing);
    }

    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    public int checked() {
        return ok.size() + missing.size() + wrong.size();
    }

    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("checked", checked());
        all.put("ok", ok.size());
        all.put("missing", missing);
        all.put("wrong", wrong);
        return Json.mapper().writeValueAsString(all);
    }
}
