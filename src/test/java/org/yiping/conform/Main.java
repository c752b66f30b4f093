package org.yiping.conform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `./yiping conform`: a line a check, a JSON object last, exit 0 when nothing is wrong.
public final class Main {
    private static final String USAGE = """
            conform --server URL [--user NAME --password-file FILE --post POST]… [--read-only]
              Holds a platform against docs/api. Several accounts may be given: each request goes out as the first whose
              post may send it. FILE holds the password, or lines of user,password. Without --read-only it reports cases
              that are marked as simulated, and uploads one photo. Ends with {"checked":…,"ok":…,"missing":[…],"wrong":[…]};
              exits 0 unless something is wrong.
            """;

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        Report report;
        try {
            URI server = URI.create(values(words, "--server").getFirst().replaceAll("/+$", ""));
            Path root =
                    Path.of(Optional.ofNullable(System.getenv("YIPING_ROOT")).orElse("."));
            report = new Conformance(Contract.in(root.resolve("docs/api")), System.out)
                    .of(server, accounts(words), words.contains("--read-only"));
        } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        System.out.println(report.json());
        System.exit(report.wrong().isEmpty() ? 0 : 1);
    }

    private static List<Account> accounts(List<String> words) throws IOException {
        List<String> users = values(words, "--user");
        List<String> files = values(words, "--password-file");
        List<String> posts = values(words, "--post");
        if (users.size() != files.size() || users.size() != posts.size()) {
            throw new IllegalArgumentException("an account is a user, a password file and a post");
        }
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < users.size(); i++) {
            accounts.add(Account.read(users.get(i), Path.of(files.get(i)), posts.get(i)));
        }
        return accounts;
    }

    private static List<String> values(List<String> words, String option) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).equals(option)) {
                values.add(words.get(i + 1));
            }
        }
        return values;
    }
}
