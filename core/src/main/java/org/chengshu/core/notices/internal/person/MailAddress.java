package org.chengshu.core.notices.internal.person;

import java.util.Optional;
import java.util.regex.Pattern;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;

/** What a mail address must look like to be kept: one @, no blanks or control characters, at most 254 characters. */
public final class MailAddress {
    private static final int LONGEST = 254;
    private static final Pattern LIKELY =
            Pattern.compile("[^@\\s,;<>\"\\\\\\p{Cntrl}]{1,64}@[^@\\s,;<>\"\\\\\\p{Cntrl}]+");

    private MailAddress() {}

    public static String require(String text) {
        String address = text.strip();
        if (address.length() > LONGEST || !LIKELY.matcher(address).matches()) {
            throw new Fault(CoreError.BAD_REQUEST, "email: not a mail address such as name@example.cn");
        }
        return address;
    }

    static Optional<String> requireIfGiven(Optional<String> text) {
        return text.filter(given -> !given.isBlank()).map(MailAddress::require);
    }
}
