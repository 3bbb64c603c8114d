package org.chengshu.core.tree.internal.door;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.AuditNotes;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.tree.internal.change.Author;
import org.chengshu.core.tree.internal.change.Draft;
import org.chengshu.core.tree.internal.nodes.Tree;
import org.chengshu.core.tree.internal.past.TreePast;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The routes that both trees have. {@code V} is how a node is shown. */
abstract class TreeDoor<V> {
    static final String CHANGE = "core:trees";

    private final Tree tree;
    private final TreeWork work;

    TreeDoor(Tree tree, TreeWork work) {
        this.tree = tree;
        this.work = work;
    }

    abstract V get(String code);

    /** The version as ETag. */
    abstract String tag(V node);

    private ResponseEntity<V> shown(HttpStatus status, String code) {
        V node = get(code);
        return ResponseEntity.status(status).eTag(tag(node)).body(node);
    }

    @GetMapping("/{code}")
    @Access(
            value = Access.SIGNED_IN,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "everybody knows the areas and organisations of his city")
    ResponseEntity<V> one(@PathVariable String code) {
        return shown(HttpStatus.OK, code);
    }

    @GetMapping("/{code}/history")
    @Access(
            value = Access.SIGNED_IN,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "everybody knows the areas and organisations of his city")
    CursorPage<TreePast.VersionView> history(@PathVariable String code) {
        return new CursorPage<>(work.past().versions(tree, code), Optional.empty());
    }

    @GetMapping("/{code}/kin")
    @Access(
            value = Access.SIGNED_IN,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "everybody knows the areas and organisations of his city")
    TreePast.Kin kin(@PathVariable String code) {
        return work.past().kin(tree, code);
    }

    @GetMapping("/changes")
    @Access(
            value = Access.SIGNED_IN,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "everybody knows the areas and organisations of his city")
    CursorPage<TreePast.ChangeView> changes(@RequestParam Optional<String> code, Cursor cursor) {
        return work.past().changes(tree, code, cursor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = CHANGE, audit = "tree.node-created")
    ResponseEntity<V> create(@RequestBody Bodies.NodeBody body, HttpServletRequest request, Viewer viewer) {
        Draft draft = body.draft(Optional.empty(), Optional.empty());
        note(request, draft.code());
        work.editor().create(tree, draft, Author.of(viewer, Bodies.perhaps(body.reason())));
        return shown(HttpStatus.CREATED, draft.code());
    }

    /** The body is the file: CSV or GeoJSON, as it is or packed by gzip. */
    @PostMapping("/import")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = CHANGE, audit = "tree.import-started")
    Map<String, UUID> bring(HttpServletRequest request, Viewer viewer) throws IOException {
        AuditNotes.of(request)
                .add("tree", tree.word())
                .add("file", Optional.ofNullable(request.getParameter("name")).orElse("-"));
        return Map.of("job", work.imports().start(tree, request, viewer));
    }

    @PutMapping("/{code}")
    @Access(value = CHANGE, audit = "tree.node-changed")
    ResponseEntity<V> edit(
            @PathVariable String code,
            @RequestBody Bodies.NodeBody body,
            IfMatch version,
            HttpServletRequest request,
            Viewer viewer) {
        note(request, code);
        Draft draft = body.draft(Optional.of(code), Optional.empty());
        work.editor().edit(tree, draft, version, Author.of(viewer, Bodies.perhaps(body.reason())));
        return one(code);
    }

    @PostMapping("/{code}/move")
    @Access(value = CHANGE, audit = "tree.node-moved")
    ResponseEntity<V> move(
            @PathVariable String code,
            @RequestBody Bodies.MoveBody body,
            IfMatch version,
            HttpServletRequest request,
            Viewer viewer) {
        note(request, code).add("parent", body.parent().orElse("-"));
        work.editor().move(tree, code, body.parent(), version, Author.of(viewer, Bodies.reason(body.reason())));
        return one(code);
    }

    @PostMapping("/merge")
    @Access(value = CHANGE, audit = "tree.nodes-merged")
    ResponseEntity<V> merge(@RequestBody Bodies.MergeBody body, HttpServletRequest request, Viewer viewer) {
        Draft into = body.into()
                .orElseThrow(() -> Bodies.faulty("/into", "请给出合并为哪一个", "say what they are merged into"))
                .draft(Optional.empty(), Optional.empty());
        List<String> from = body.from().orElse(List.of());
        note(request, into.code()).add("from", String.join(", ", from));
        work.reform().merge(tree, from, into, Author.of(viewer, Bodies.reason(body.reason())));
        return one(into.code());
    }

    @PostMapping("/{code}/split")
    @Access(value = CHANGE, audit = "tree.node-split")
    CursorPage<V> split(
            @PathVariable String code,
            @RequestBody Bodies.SplitBody body,
            IfMatch version,
            HttpServletRequest request,
            Viewer viewer) {
        List<Draft.Part> parts = body.into().orElse(List.of()).stream()
                .map(part -> new Draft.Part(
                        part.draft(Optional.empty(), body.datum()),
                        part.children().orElse(List.of())))
                .toList();
        List<String> codes = parts.stream().map(part -> part.draft().code()).toList();
        note(request, code).add("into", String.join(", ", codes));
        work.reform().split(tree, code, parts, version, Author.of(viewer, Bodies.reason(body.reason())));
        return new CursorPage<>(codes.stream().map(this::get).toList(), Optional.empty());
    }

    @PostMapping("/{code}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = CHANGE, audit = "tree.node-closed")
    void close(
            @PathVariable String code,
            @RequestBody Bodies.CloseBody body,
            IfMatch version,
            HttpServletRequest request,
            Viewer viewer) {
        note(request, code).add("successor", body.successor().orElse("-"));
        work.editor().close(tree, code, body.successor(), version, Author.of(viewer, Bodies.reason(body.reason())));
    }

    private AuditNotes note(HttpServletRequest request, String code) {
        return AuditNotes.of(request).add("tree", tree.word()).add("code", code);
    }
}
