package org.yiping.console.video;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Name and password in an HTTP address, and how they are said to a camera that asks for them: by Digest (RFC 7616),
/// which most cameras ask for and the JDK's client does not know, else by Basic. Immutable.
record Login(String user, String password) {
    private static final Pattern IN_ADDRESS = Pattern.compile("^(\\w+://)([^/?#]*)@");
    private static final Pattern AUTHORITY = Pattern.compile("^(\\w+)://([^/?#]*)");
    private static final Map<String, String> USUAL_PORTS = Map.of("rtsp", "554", "http", "80", "https", "443");
    private static final Pattern WORD = Pattern.compile("(\\w+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,]+))");

    /// By the names cameras ask with; MD5 where they name none.
    private static final Map<String, String> HASHES = Map.of("", "MD5", "MD5", "MD5", "SHA-256", "SHA-256");

    private static final String FIRST_USE = "00000001";

    static Optional<Login> of(String url) {
        Matcher at = IN_ADDRESS.matcher(url);
        if (!at.find()) {
            return Optional.empty();
        }
        String both = at.group(2);
        int colon = both.indexOf(':');
        return Optional.of(
                colon < 0
                        ? new Login(decoded(both), "")
                        : new Login(decoded(both.substring(0, colon)), decoded(both.substring(colon + 1))));
    }

    /// What of an address a device counts wrong passwords by: its host and port, the name, and here the password too,
    /// since another one is no guess of the same. Empty where none is in the address.
    static Optional<String> account(String url) {
        return of(url).map(login -> {
            Matcher authority = AUTHORITY.matcher(without(url));
            String at = authority.find() ? authority.group(2).toLowerCase(Locale.ROOT) : "";
            String port = at.matches(".*:\\d+") ? "" : ":" + USUAL_PORTS.getOrDefault(authority.group(1), "");
            return at + port + ' ' + login.user + ' ' + login.password;
        });
    }

    /// The address without it, which is what goes over the wire.
    static String without(String url) {
        return IN_ADDRESS.matcher(url).replaceFirst("$1");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text; // a per cent sign that is one
        }
    }

    /// What is answered to who asks for it with these `WWW-Authenticate`, when this is to be fetched; empty where they
    /// ask in a way nobody here knows. `own` is not to be guessed.
    Optional<String> answer(List<String> asks, URI to, String own) {
        return asked(asks, "Digest")
                .flatMap(ask -> digest(ask, to, own).stream())
                .findFirst()
                .or(() -> asked(asks, "Basic").findFirst().map(_ -> basic()));
    }

    private static Stream<String> asked(List<String> asks, String way) {
        return asks.stream().filter(ask -> ask.regionMatches(true, 0, way + " ", 0, way.length() + 1));
    }

    private String basic() {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private Optional<String> digest(String ask, URI to, String own) {
        Map<String, String> words = words(ask);
        String name = words.getOrDefault("algorithm", "");
        String hash = HASHES.get(name.toUpperCase(Locale.ROOT));
        String qop = words.get("qop");
        if (hash == null || (qop != null && !List.of(qop.split("\\s*,\\s*")).contains("auth"))) {
            return Optional.empty();
        }
        String realm = words.getOrDefault("realm", "");
        String nonce = words.getOrDefault("nonce", "");
        String path = (to.getRawPath().isEmpty() ? "/" : to.getRawPath())
                + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
        String whole = hashed(hash, user + ":" + realm + ":" + password) + ":" + nonce + ":"
                + (qop == null ? "" : FIRST_USE + ":" + own + ":auth:") + hashed(hash, "GET:" + path);
        StringBuilder said = new StringBuilder("Digest username=\"" + user + "\", realm=\"" + realm + "\", nonce=\""
                + nonce + "\", uri=\"" + path + "\", response=\"" + hashed(hash, whole) + '"');
        if (qop != null) {
            said.append(", qop=auth, nc=" + FIRST_USE + ", cnonce=\"")
                    .append(own)
                    .append('"');
        }
        if (!name.isEmpty()) {
            said.append(", algorithm=").append(name);
        }
        String opaque = words.get("opaque");
        if (opaque != null) {
            said.append(", opaque=\"").append(opaque).append('"');
        }
        return Optional.of(said.toString());
    }

    private static Map<String, String> words(String ask) {
        Map<String, String> words = new HashMap<>();
        Matcher word = WORD.matcher(ask);
        while (word.find()) {
            words.put(word.group(1).toLowerCase(Locale.ROOT), word.group(2) == null ? word.group(3) : word.group(2));
        }
        return words;
    }

    private static String hashed(String hash, String text) {
        try {
            byte[] sum = MessageDigest.getInstance(hash).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has both
        }
    }

    /// Nobody's log is a place for it.
    @Override
    public String toString() {
        return "Login";
    }
}
