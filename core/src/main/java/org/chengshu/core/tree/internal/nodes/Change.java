package org.chengshu.core.tree.internal.nodes;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One change of a tree: who did what, when and why. The reason may be empty. */
public record Change(UUID id, ChangeKind kind, Instant at, Optional<UUID> account, String who, String reason) {}
