package org.chengshu.data.library.build;

import org.chengshu.core.db.Transactions;
import org.chengshu.data.library.definition.KnownLibrary;
import org.chengshu.data.library.definition.LibraryBook;
import org.springframework.stereotype.Component;

/** Brings what people decided into the datasets of libraries, many decisions at once; a library under a build waits. */
@Component("libraryDecisionPublishing")
class DecisionPublishing {
    private final LibraryBook book;
    private final Regroup regroup;
    private final Publishing publishing;
    private final Transactions transactions;

    DecisionPublishing(LibraryBook book, Regroup regroup, Publishing publishing, Transactions transactions) {
        this.book = book;
        this.regroup = regroup;
        this.publishing = publishing;
        this.transactions = transactions;
    }

    void run() {
        for (KnownLibrary library : book.list()) {
            transactions.run(() -> {
                if (regroup.lock(library.number())) {
                    publishing.run(library, "decisions");
                }
            });
        }
    }
}
