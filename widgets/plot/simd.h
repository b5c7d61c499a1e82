// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Hot loops are compiled twice and picked by the processor at start-up. The sanitizers' run-time is not up yet when that happens.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define PLOT_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define PLOT_CLONES
#endif

// Parts of such loops, so that they are compiled with them.
#define PLOT_INLINE __attribute__((always_inline)) inline

// The same of a lambda, behind its parameters.
#define PLOT_LAMBDA __attribute__((always_inline))
