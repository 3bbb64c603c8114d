package org.chengshu.flow;

/**
 * One stage on the way of a thing to be done, by its stable name as the wire and the database carry it. Two stages with
 * the same name are the same stage.
 */
public record Stage(String name) {
    public Stage {
        Names.require(name, "stage");
    }

    @Override
    public String toString() {
        return name;
    }
}
