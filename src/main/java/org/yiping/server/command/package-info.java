/// Commands: looked up by key, validated, applied once, acknowledged when they are on disk.
@NullMarked
package org.yiping.server.command;

import org.jspecify.annotations.NullMarked;
