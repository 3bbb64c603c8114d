package org.chengshu.flow;

/** What somebody does to move a thing from its stage to another, by its stable name as the wire carries it. */
public record Action(String name) {
    public Action {
        Names.require(name, "action");
    }

    @Override
    public String toString() {
        return name;
    }
}
