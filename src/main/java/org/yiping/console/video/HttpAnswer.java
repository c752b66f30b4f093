package org.yiping.console.video;

import java.io.IOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.URLConnection;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// What an HTTP address answers to one request, looked at when libvlc failed on it and told nothing: wrong credentials
/// must be said, and not be tried until a camera locks them out. Blocks for some seconds; not on the user interface's
/// thread.
final class HttpAnswer {
    private static final int PATIENCE_MILLIS = 3_000;
    private static final Set<Integer> REFUSALS = Set.of(401, 403);

    static {
        // Cameras know no other digest; the JDK would not even try, and call right credentials refused.
        System.setProperty("http.auth.digest.reEnabledAlgorithms", "MD5");
    }

    private HttpAnswer() {}

    static boolean isHttp(String url) {
        return url.regionMatches(true, 0, "http://", 0, 7) || url.regionMatches(true, 0, "https://", 0, 8);
    }

    /// Sends what the address holds of user and password, in whichever way (Basic, Digest) it is asked for, once.
    static boolean isRefused(String url) {
        try {
            URI uri = URI.create(url);
            String login = uri.getRawUserInfo();
            String bare = login == null ? url : url.replaceFirst("//[^/]*@", "//");
            URLConnection connection = URI.create(bare).toURL().openConnection();
            if (!(connection instanceof HttpURLConnection http)) {
                return false;
            }
            http.setConnectTimeout(PATIENCE_MILLIS);
            http.setReadTimeout(PATIENCE_MILLIS);
            http.setUseCaches(false);
            http.setAuthenticator(new Once(login));
            try {
                return REFUSALS.contains(http.getResponseCode());
            } finally {
                http.disconnect();
            }
        } catch (IOException | IllegalArgumentException e) {
            return false; // not there at all: nobody has refused anything
        }
    }

    private static final class Once extends Authenticator {
        private final @Nullable String login;
        private final AtomicBoolean given = new AtomicBoolean();

        Once(@Nullable String login) {
            this.login = login;
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            if (login == null || !given.compareAndSet(false, true)) {
                return null;
            }
            int colon = login.indexOf(':');
            String user = colon < 0 ? login : login.substring(0, colon);
            String password = colon < 0 ? "" : login.substring(colon + 1);
            return new PasswordAuthentication(decoded(user), decoded(password).toCharArray());
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        }
    }
}
