package org.chengshu.data.theme.run;

import org.chengshu.data.stored.DefinitionWatcher;
import org.springframework.stereotype.Component;

/** What is made of a field stays as sensitive as the field: themes follow their inputs, and themes over them follow in turn. */
@Component
class InheritedAnew implements DefinitionWatcher {
    private final Themes themes;

    InheritedAnew(Themes themes) {
        this.themes = themes;
    }

    @Override
    public void sensitivityChanged(String dataset) {
        themes.readersOf(dataset).forEach(reader -> themes.inherit(reader.theme()));
    }
}
