/// The whole hall on one machine: starts every program as a process of its own and accounts for the run.
@NullMarked
package org.yiping.demo;

import org.jspecify.annotations.NullMarked;
