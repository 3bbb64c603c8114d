package org.chengshu.core.tree.internal.door;

import org.chengshu.core.tree.internal.change.TreeEditor;
import org.chengshu.core.tree.internal.change.TreeReform;
import org.chengshu.core.tree.internal.past.TreePast;
import org.springframework.stereotype.Component;

/** What the routes of both trees call. */
@Component
record TreeWork(TreeEditor editor, TreeReform reform, TreePast past, TreeImports imports) {}
