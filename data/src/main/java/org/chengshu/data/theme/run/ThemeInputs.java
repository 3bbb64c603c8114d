package org.chengshu.data.theme.run;

import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.events.EventListener;
import org.chengshu.data.DatasetRefreshed;
import org.springframework.stereotype.Component;

/** Has themes computed when an input is refreshed. Of an input that is a theme the end of its own run tells. */
@Component
class ThemeInputs implements EventListener<DatasetRefreshed> {
    private final Themes themes;
    private final ThemeQueue queue;

    ThemeInputs(Themes themes, ThemeQueue queue) {
        this.themes = themes;
        this.queue = queue;
    }

    @Override
    public String name() {
        return "data.theme-inputs";
    }

    @Override
    public Class<DatasetRefreshed> type() {
        return DatasetRefreshed.class;
    }

    @Override
    public void on(DatasetRefreshed event, UUID eventId) {
        if (themes.find(event.dataset()).isPresent()) {
            return;
        }
        String cause = event.dataset() + "@" + event.revision();
        themes.readersOf(event.dataset())
                .forEach(held -> queue.add(held.id(), cause, false, Viewer.system(), Optional.of(eventId.toString())));
    }
}
