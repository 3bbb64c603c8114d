package org.chengshu.core.tree.internal.nodes;

import java.util.Optional;
import org.chengshu.kernel.Text;

/** One node of a tree as it is now, or, closed, as it was last. Path and version follow from the store. */
public record Node(
        String code,
        Text name,
        String kind,
        Optional<String> parent,
        String path,
        Optional<String> areaCode,
        Optional<Outline> outline,
        Optional<String> pack,
        boolean closed,
        int version) {

    /** A node to be put; the store finds its path and version. */
    public static Node of(
            String code,
            Text name,
            String kind,
            Optional<String> parent,
            Optional<String> areaCode,
            Optional<Outline> outline) {
        return new Node(code, name, kind, parent, "/" + code + "/", areaCode, outline, Optional.empty(), false, 0);
    }

    public Node of(String packId) {
        return new Node(code, name, kind, parent, path, areaCode, outline, Optional.of(packId), closed, version);
    }

    public Node under(Optional<String> otherParent) {
        return new Node(code, name, kind, otherParent, path, areaCode, outline, pack, closed, version);
    }

    public Node within(Optional<Outline> other) {
        return new Node(code, name, kind, parent, path, areaCode, other, pack, closed, version);
    }

    /** The same in all that people can change. */
    public boolean says(Node other) {
        return name.equals(other.name)
                && kind.equals(other.kind)
                && parent.equals(other.parent)
                && areaCode.equals(other.areaCode)
                && outline.equals(other.outline);
    }
}
