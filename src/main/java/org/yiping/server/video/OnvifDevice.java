package org.yiping.server.video;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// How one ONVIF device is spoken to: SOAP over HTTP, signed by WS-UsernameToken (OASIS UsernameToken Profile 1.0) in
/// the device's own time, which may be hours from ours. Only the host of the settings is ever asked, whatever addresses
/// the device names: behind a router it names wrong ones, and what opens it goes nowhere else. Any thread.
///
/// Devices lock out who guesses: what was refused is not sent again for a while (`OnvifAccount`), unless the device's
/// clock turns out to have moved.
final class OnvifDevice {
    private static final Duration MOVED = Duration.ofSeconds(5);
    /// What devices answer whoever asks (PRE_AUTH, ONVIF Core Specification): such an answer says nothing of a
    /// password.
    private static final String OPEN = "<GetCapabilities ";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 16;
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String WSU =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final String DIGEST =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest";

    private final URI address;
    private final Login login;
    private final OnvifAccount account;
    private final Exchange exchange;
    private final InstantSource clock;
    private volatile @Nullable Offset offset;

    /// How far its clock is before ours, as read then.
    private record Offset(Duration by, Instant at) {}

    /// What opens it; kept to itself.
    record Login(String user, String password) {
        static final Login NONE = new Login("", "");

        @Override
        public String toString() {
            return "Login";
        }
    }

    /// A fault the device told of, other than refused credentials: whoever asked knows what it means.
    static final class Declined extends RuntimeException {
        private static final long serialVersionUID = 1;

        Declined() {
            super("declined", null, false, false);
        }
    }

    /// `account` is what it shares with whatever else is opened by the same name at the same host.
    OnvifDevice(URI address, Login login, OnvifAccount account, Exchange exchange, InstantSource clock) {
        this.address = address;
        this.login = login;
        this.account = account;
        this.exchange = exchange;
        this.clock = clock;
    }

    /// At the device's own address.
    SoapXml ask(String body) {
        return ask(address.getPath(), body);
    }

    /// `path` is that of one of its services.
    SoapXml ask(String path, String body) {
        Instant now = clock.instant();
        if (login.user().isEmpty()) {
            return post(path, "", body);
        }
        if (account.isAccepted(now)) {
            return signed(path, body);
        }
        offset(now); // asked by all at once, so that nobody waits behind one that is silent
        account.enter();
        boolean alone = true;
        try {
            if (account.isAccepted(clock.instant())) {
                account.leave();
                alone = false;
            }
            return signed(path, body);
        } finally {
            if (alone) {
                account.leave();
            }
        }
    }

    private SoapXml signed(String path, String body) {
        Instant now = clock.instant();
        if (account.isLocked(now)) {
            throw new VideoFault("refused");
        }
        Duration signed = offset(now);
        try {
            return login(path, signed, body);
        } catch (VideoFault e) {
            if (!e.code().equals("refused")) {
                throw e;
            }
        }
        Duration fresh = read(); // its clock was set since?
        if (fresh.minus(signed).abs().compareTo(MOVED) > 0) {
            offset = new Offset(fresh, now);
            try {
                return login(path, fresh, body);
            } catch (VideoFault e) {
                if (!e.code().equals("refused")) {
                    throw e;
                }
            }
        }
        account.refused(clock.instant());
        throw new VideoFault("refused");
    }

    private SoapXml login(String path, Duration ahead, String body) {
        try {
            SoapXml answer = post(path, security(clock.instant().plus(ahead)), body);
            accepted(body);
            return answer;
        } catch (Declined e) {
            accepted(body);
            throw e;
        }
    }

    private void accepted(String body) {
        if (!body.startsWith(OPEN)) {
            account.accepted(clock.instant());
        }
    }

    private Duration offset(Instant now) {
        if (account.isLocked(now)) {
            throw new VideoFault("refused");
        }
        Offset known = offset;
        if (known == null
                || (!account.isAccepted(now) && !now.isBefore(known.at().plus(OnvifAccount.ACCEPTED)))) {
            known = new Offset(read(), now);
            offset = known;
        }
        return known.by();
    }

    /// How far its clock is before ours; nothing where it does not tell, since many that keep the time do not.
    private Duration read() {
        try {
            SoapXml answer =
                    post(address.getPath(), "", "<GetSystemDateAndTime xmlns=\"" + OnvifSource.DEVICE + "\"/>");
            return answer.find("UTCDateTime")
                    .map(utc -> LocalDateTime.of(
                            utc.number("Year"),
                            utc.number("Month"),
                            utc.number("Day"),
                            utc.number("Hour"),
                            utc.number("Minute"),
                            Math.min(utc.number("Second"), 59)))
                    .map(time -> Duration.between(clock.instant(), time.toInstant(ZoneOffset.UTC)))
                    .orElse(Duration.ZERO);
        } catch (Declined | DateTimeException e) {
            return Duration.ZERO;
        } catch (VideoFault e) {
            if (e.code().equals("refused")) { // some want a signature for the very thing it is made with
                return Duration.ZERO;
            }
            throw e;
        }
    }

    private SoapXml post(String path, String header, String body) {
        URI at = address.resolve(path.startsWith("/") ? path : "/" + path);
        String text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\">" + header + "<s:Body>" + body
                + "</s:Body></s:Envelope>";
        Exchange.Answer answer = exchange.send(HttpRequest.newBuilder(at)
                .header("Content-Type", "application/soap+xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(text)));
        if (answer.status() == 401 || answer.status() == 403) {
            throw new VideoFault("refused");
        }
        if (!answer.text().stripLeading().startsWith("<")) {
            throw new VideoFault("silent");
        }
        SoapXml document = SoapXml.read(answer.text());
        document.find("Fault").ifPresent(fault -> {
            throw fault.words().contains("NotAuthorized") ? new VideoFault("refused") : new Declined();
        });
        if (answer.status() != 200 || document.find("Body").isEmpty()) {
            throw new VideoFault("silent");
        }
        return document;
    }

    private String security(Instant at) {
        if (login.user().isEmpty()) {
            return "";
        }
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        String created = at.truncatedTo(ChronoUnit.SECONDS).toString();
        return "<s:Header><Security s:mustUnderstand=\"1\" xmlns=\"" + WSSE + "\"><UsernameToken><Username>"
                + escaped(login.user()) + "</Username><Password Type=\"" + DIGEST + "\">"
                + digest(nonce, created, login.password()) + "</Password><Nonce>"
                + Base64.getEncoder().encodeToString(nonce) + "</Nonce><Created xmlns=\"" + WSU + "\">" + created
                + "</Created></UsernameToken></Security></s:Header>";
    }

    /// UsernameToken Profile 1.0, section 3.1: Base64 of SHA-1 of nonce, time and password.
    static String digest(byte[] nonce, String created, String password) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-1");
            sha.update(nonce);
            sha.update(created.getBytes(StandardCharsets.UTF_8));
            sha.update(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    String host() {
        return address.getHost();
    }
}
