package org.chengshu.data.theme.door;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.data.Datasets;
import org.chengshu.data.theme.run.ThemeQueue;
import org.chengshu.data.theme.run.ThemeRun;
import org.chengshu.data.theme.run.ThemeRuns;
import org.chengshu.data.theme.run.Themes;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Themes over HTTP: how they stand, what they run, their runs. */
@RestController
@RequestMapping("/api/data/v1/themes")
class ThemeResource {
    private static final String WHY = "definitions and figures of runs are the same for all; it shows no rows";

    private final Themes themes;
    private final ThemeRuns runs;
    private final ThemeQueue queue;
    private final ThemeViews views;

    ThemeResource(Themes themes, ThemeRuns runs, ThemeQueue queue, ThemeViews views) {
        this.themes = themes;
        this.runs = runs;
        this.queue = queue;
        this.views = views;
    }

    @GetMapping
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = WHY)
    CursorPage<ThemeView> list() {
        List<ThemeView> items = themes.list().stream().map(views::brief).toList();
        return new CursorPage<>(items, Optional.empty());
    }

    @GetMapping("/{id}")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = WHY)
    ThemeView.Whole get(@PathVariable String id) {
        return views.whole(themes.get(id));
    }

    @GetMapping("/{id}/runs")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = WHY)
    CursorPage<ThemeRun> runs(@PathVariable String id, Cursor cursor) {
        themes.get(id);
        Optional<Instant> before = cursor.after().map(Cursor.Key::time);
        return Keyset.page(
                cursor,
                runs.list(id, before, cursor.limit() + 1),
                run -> new Cursor.Key(run.startedAt(), run.id().toString()));
    }

    @PostMapping("/{id}/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = ThemePermissions.RUN, audit = "data.theme-run", reach = Access.Reach.CITY)
    Started run(@PathVariable String id, @RequestParam(defaultValue = "false") boolean whole, Viewer viewer) {
        themes.get(id);
        return new Started(queue.add(id, viewer.name(), whole, viewer, Optional.empty())
                .id()
                .toString());
    }

    record Started(String job) {}
}
