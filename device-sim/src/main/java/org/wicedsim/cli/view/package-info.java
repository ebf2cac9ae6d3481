/// What a board's events look like on standard output: lines for people, JSON for programs.
@NullMarked
package org.wicedsim.cli.view;

import org.jspecify.annotations.NullMarked;
