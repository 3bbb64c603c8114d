package org.chengshu.data.library.door;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.jobs.JobView;
import org.chengshu.data.DataError;
import org.chengshu.data.library.build.LibraryJobs;
import org.chengshu.data.library.definition.KnownLibrary;
import org.chengshu.data.library.definition.KnownSource;
import org.chengshu.data.library.definition.LibraryBook;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What people do with libraries and their sources; those of packs are changed in their pack. */
@Component
class LibraryDesk {
    private final LibraryBook book;
    private final LibraryFigures figures;
    private final LibraryJobs jobs;
    private final Transactions transactions;

    LibraryDesk(LibraryBook book, LibraryFigures figures, LibraryJobs jobs, Transactions transactions) {
        this.book = book;
        this.figures = figures;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    List<LibraryView> list() {
        return book.list().stream().map(this::view).toList();
    }

    LibraryView get(String id) {
        return view(book.get(id));
    }

    LibraryView put(String id, JsonNode json, IfMatch ifMatch) {
        return view(transactions.call(() -> {
            book.find(id).ifPresent(before -> requireOurs(id, before.pack(), before.version(), ifMatch));
            return book.put(id, json, Optional.empty());
        }));
    }

    void remove(String id, IfMatch ifMatch) {
        transactions.run(() -> {
            KnownLibrary before = book.get(id);
            requireOurs(id, before.pack(), before.version(), ifMatch);
            if (!book.sources(id).isEmpty()) {
                throw new Fault(DataError.LIBRARY_IN_USE, "detach the sources of " + id + " first");
            }
            book.retire(id);
        });
    }

    LibraryView.Source putSource(String library, String id, JsonNode json, IfMatch ifMatch) {
        return LibraryView.Source.of(transactions.call(() -> {
            find(library, id).ifPresent(before -> requireOurs(id, before.pack(), before.version(), ifMatch));
            return book.putSource(library, id, json, Optional.empty());
        }));
    }

    void removeSource(String library, String id, IfMatch ifMatch) {
        transactions.run(() -> {
            KnownSource before = book.source(library, id);
            requireOurs(id, before.pack(), before.version(), ifMatch);
            book.retireSource(library, id);
        });
    }

    JobView build(String id, boolean whole, Viewer viewer) {
        KnownLibrary library = book.get(id);
        return transactions.call(() -> jobs.build(library, whole, Optional.empty(), viewer));
    }

    private Optional<KnownSource> find(String library, String id) {
        return book.sources(book.get(library).id()).stream()
                .filter(source -> source.id().equals(id))
                .findFirst();
    }

    private static void requireOurs(String id, Optional<String> pack, int version, IfMatch ifMatch) {
        pack.ifPresent(name -> {
            throw new Fault(DataError.LIBRARY_FROM_PACK, id + " comes from the pack " + name);
        });
        ifMatch.require(version);
    }

    private LibraryView view(KnownLibrary library) {
        return LibraryView.of(library, figures.of(library), book.sources(library.id()));
    }
}
