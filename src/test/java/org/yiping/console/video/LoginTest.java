package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginTest {
    private static final URI PAGE = URI.create("http://camera/dir/index.html");
    private static final String OWN = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

    @ParameterizedTest
    @CsvSource({
        "http://user:pass@camera:80/a.ts, user, pass, http://camera:80/a.ts",
        "https://user:p%40ss%2B+@camera/, user, p@ss++, https://camera/",
        "http://user:p@ss@camera/, user, p@ss, http://camera/",
        "http://user@camera/, user, '', http://camera/",
        "http://user:100%@camera/, user, 100%, http://camera/"
    })
    void anAddressTellsIt(String url, String user, String password, String without) {
        assertThat(Login.of(url)).contains(new Login(user, password));
        assertThat(Login.without(url)).isEqualTo(without);
    }

    @ParameterizedTest
    @CsvSource({"http://camera/a@b.ts", "http://camera/?mail=a@b", "http://camera", "'not an address'", "''"})
    void otherAddressesTellNone(String url) {
        assertThat(Login.of(url)).isEmpty();
        assertThat(Login.without(url)).isEqualTo(url);
    }

    /// The examples of RFC 7616, section 3.9.1.
    @Test
    void digestIsAnsweredAsTheStandardHasIt() {
        Login mufasa = new Login("Mufasa", "Circle of Life");
        String ask = "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=%s,"
                + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
                + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
        assertThat(mufasa.answer(List.of(ask.formatted("MD5")), PAGE, OWN).orElseThrow())
                .startsWith("Digest username=\"Mufasa\", realm=\"http-auth@example.org\"")
                .contains("uri=\"/dir/index.html\"", "response=\"8ca523f5e9506fed4657c9700eebdbec\"")
                .contains("qop=auth, nc=00000001, cnonce=\"" + OWN + "\"", "opaque=\"FQhe/");
        assertThat(mufasa.answer(List.of("Basic realm=\"x\"", ask.formatted("SHA-256")), PAGE, OWN)
                        .orElseThrow())
                .contains("response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\"")
                .contains("algorithm=SHA-256");
    }

    /// The example of RFC 2069 with the sum its errata give: what old cameras still ask for.
    @Test
    void digestOfOldIsAnsweredToo() {
        String ask = "digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"";
        assertThat(new Login("Mufasa", "CircleOfLife")
                        .answer(List.of(ask), PAGE, OWN)
                        .orElseThrow())
                .contains("response=\"1949323746fe6a43ef61f9606e7febea\"")
                .doesNotContain("qop", "cnonce");
    }

    @Test
    void basicIsSaidWhereNothingBetterIsAskedFor() {
        Login login = new Login("user", "schlüssel");
        assertThat(login.answer(List.of("Basic realm=\"c\", charset=\"UTF-8\""), PAGE, OWN))
                .contains("Basic dXNlcjpzY2hsw7xzc2Vs");
        assertThat(login.answer(
                        List.of("Digest realm=\"c\", nonce=\"n\", algorithm=SHA-512-256", "Basic realm=\"c\""),
                        PAGE,
                        OWN))
                .contains("Basic dXNlcjpzY2hsw7xzc2Vs");
    }

    @Test
    void theFirstDigestThatIsKnownIsAnswered() {
        Login login = new Login("user", "pass");
        String ask = "Digest realm=\"c\", nonce=\"n\", qop=\"auth\", algorithm=";
        assertThat(login.answer(List.of(ask + "SHA-512-256", ask + "MD5"), PAGE, OWN)
                        .orElseThrow())
                .contains("algorithm=MD5");
    }

    @Test
    void anAddressWithoutAPathIsAskedAtItsRoot() {
        assertThat(new Login("user", "pass")
                        .answer(List.of("Digest realm=\"c\", nonce=\"n\""), URI.create("http://camera:8081"), OWN)
                        .orElseThrow())
                .contains("uri=\"/\"");
    }

    @Test
    void whatNobodyKnowsIsNotAnswered() {
        Login login = new Login("user", "pass");
        assertThat(login.answer(List.of("Bearer realm=\"c\""), PAGE, OWN)).isEmpty();
        assertThat(login.answer(List.of("Digest realm=\"c\", nonce=\"n\", qop=\"auth-int\""), PAGE, OWN))
                .isEmpty();
        assertThat(login.answer(List.of(), PAGE, OWN)).isEmpty();
        assertThat(login.toString()).doesNotContain("pass");
    }
}
