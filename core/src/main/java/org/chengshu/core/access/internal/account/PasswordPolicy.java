package org.chengshu.core.access.internal.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chengshu.core.access.NewAccount;
import org.chengshu.kernel.Text;

/** What a password must be, told all at once; pure but for the list of common words that it is built with. */
final class PasswordPolicy {
    /** The present password and those before it that may not come back. */
    static final int KEPT = 5;

    static final Text LENGTH = Text.of(
            "长度为 " + NewAccount.SHORTEST_PASSWORD + " 至 " + NewAccount.LONGEST_PASSWORD + " 个字符",
            "It has " + NewAccount.SHORTEST_PASSWORD + ".." + NewAccount.LONGEST_PASSWORD + " characters");
    static final Text NAME = Text.of("不包含账号名", "It does not contain the account's name");
    static final Text COMMON = Text.of("不是常见密码，也不是连续或重复的字符", "It is no common password and no run of characters");
    static final Text FORMER = Text.of("与最近 " + KEPT + " 个密码不同", "It differs from the last " + KEPT + " passwords");

    private static final int SHORTEST_NAME = 3;
    private static final int DISTINCT = 4;
    private static final String LIST = "common-passwords.txt";
    private static final Pattern ENDS = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final List<String> RUNS = List.of(
            "01234567890123456789",
            "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiopasdfghjklzxcvbnm",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
            "qazwsxedcrfvtgbyhnujm",
            "1q2w3e4r5t6y7u8i9o0p");

    private final Set<String> common;

    PasswordPolicy(Set<String> common) {
        this.common = common;
    }

    static PasswordPolicy bundled() {
        try (InputStream list = PasswordPolicy.class.getResourceAsStream(LIST)) {
            return new PasswordPolicy(new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Text> rules() {
        return List.of(LENGTH, NAME, COMMON, FORMER);
    }

    /** The rules that the password of this account breaks, but for {@link #FORMER}. */
    List<Text> broken(String accountName, String password) {
        List<Text> broken = new ArrayList<>();
        if (password.length() < NewAccount.SHORTEST_PASSWORD || password.length() > NewAccount.LONGEST_PASSWORD) {
            broken.add(LENGTH);
        }
        String lower = password.toLowerCase(Locale.ROOT);
        String name = accountName.toLowerCase(Locale.ROOT);
        if (name.length() >= SHORTEST_NAME && lower.contains(name)) {
            broken.add(NAME);
        }
        if (isCommon(lower)) {
            broken.add(COMMON);
        }
        return broken;
    }

    private boolean isCommon(String lower) {
        String core = ENDS.matcher(lower).replaceAll("");
        return lower.chars().distinct().count() < DISTINCT
                || isRun(lower)
                || common.contains(lower)
                || common.contains(core)
                || common.contains(plain(core))
                || common.contains(ENDS.matcher(plain(lower)).replaceAll(""));
    }

    private static boolean isRun(String lower) {
        String backward = new StringBuilder(lower).reverse().toString();
        return RUNS.stream().anyMatch(run -> run.contains(lower) || run.contains(backward));
    }

    /** Figures and signs that stand for letters, as guessers read them. */
    private static String plain(String lower) {
        return lower.replace('0', 'o')
                .replace('1', 'l')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
    }
}
