package org.chengshu.data.library.build;

import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.events.EventListener;
import org.chengshu.data.DatasetRefreshed;
import org.chengshu.data.library.definition.KnownSource;
import org.chengshu.data.library.definition.LibraryBook;
import org.springframework.stereotype.Component;

/** Has a library built when one of its sources has moved. */
@Component("librarySourceListening")
class SourceListening implements EventListener<DatasetRefreshed> {
    private final LibraryBook book;
    private final LibraryJobs jobs;

    SourceListening(LibraryBook book, LibraryJobs jobs) {
        this.book = book;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "data.library-sources";
    }

    @Override
    public Class<DatasetRefreshed> type() {
        return DatasetRefreshed.class;
    }

    @Override
    public void on(DatasetRefreshed event, UUID eventId) {
        book.readersOf(event.dataset()).stream()
                .map(KnownSource::source)
                .map(source -> source.library())
                .distinct()
                .flatMap(library -> book.find(library).stream())
                .filter(library -> library.library().automatic())
                .forEach(library ->
                        jobs.build(library, false, Optional.of(library.id() + '/' + eventId), Viewer.system()));
    }
}
