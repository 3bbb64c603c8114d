package org.chengshu.data.load.run;

import org.chengshu.data.load.LoadState;
import org.chengshu.kernel.Text;

/** Why a load ends before it is promoted; never leaves the engine. */
final class LoadStop extends Exception {
    private final LoadState state;
    private final transient Text reason;

    LoadStop(LoadState state, Text reason) {
        super(reason.en(), null, false, false);
        this.state = state;
        this.reason = reason;
    }

    LoadState state() {
        return state;
    }

    Text reason() {
        return reason;
    }
}
