package org.chengshu.core.access.internal.account;

import java.util.Optional;
import org.chengshu.core.access.AccountState;

/** Which accounts to list; what is absent does not narrow. The organisation is a path. */
record AccountFilter(
        Optional<String> words,
        Optional<String> role,
        Optional<AccountState> state,
        Optional<String> organisationPath) {
    static AccountFilter none() {
        return new AccountFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
