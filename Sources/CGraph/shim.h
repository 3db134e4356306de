#pragma once
// First: igraph's headers ask for more of the C library than Swift's own view of it has, and the two would differ.
#include <sys/types.h>
#include <igraph.h>

// igraph 1.0 gave some functions other parameters than 0.10, which Debian and Ubuntu have; Homebrew has the newer one.

#if IGRAPH_VERSION_MAJOR < 1
typedef igraph_integer_t hubatlas_graph_int;
#else
typedef igraph_int_t hubatlas_graph_int;
#endif

/// Nothing that igraph finds wrong is printed or ends the process: each call returns its code. igraph keeps the handlers,
/// like its random numbers, for the whole process (or thread, as it was built).
static inline void hubatlas_graph_quiet(unsigned long long seed) {
#if IGRAPH_VERSION_MAJOR >= 1
    igraph_setup();
#endif
    igraph_set_error_handler(igraph_error_handler_ignore);
    igraph_set_warning_handler(igraph_warning_handler_ignore);
    igraph_rng_seed(igraph_rng_default(), (igraph_uint_t)seed);
}

/// Communities by modularity: vertices weigh what their edges weigh together, and `resolution` is 1 / twice all weights.
static inline igraph_error_t hubatlas_graph_leiden(const igraph_t *graph, const igraph_vector_t *weights,
                                                   const igraph_vector_t *strengths, double resolution,
                                                   igraph_vector_int_t *membership) {
#if IGRAPH_VERSION_MAJOR < 1
    return igraph_community_leiden(graph, weights, strengths, resolution, 0.01, 0, -1, membership, NULL, NULL);
#else
    return igraph_community_leiden(graph, weights, strengths, NULL, resolution, 0.01, 0, -1, membership, NULL, NULL);
#endif
}

/// Places by springs, for a graph of any size up to some thousands.
static inline igraph_error_t hubatlas_graph_springs(const igraph_t *graph, const igraph_vector_t *weights, int rounds,
                                                    igraph_matrix_t *places) {
    return igraph_layout_fruchterman_reingold(graph, places, 0, rounds, 10, IGRAPH_LAYOUT_AUTOGRID, weights, NULL, NULL, NULL, NULL);
}

/// Places of larger graphs, by density and simulated annealing.
static inline igraph_error_t hubatlas_graph_drl(const igraph_t *graph, const igraph_vector_t *weights, igraph_matrix_t *places) {
    igraph_layout_drl_options_t options;
    igraph_error_t trouble = igraph_layout_drl_options_init(&options, IGRAPH_LAYOUT_DRL_DEFAULT);
    if (trouble) return trouble;
    return igraph_layout_drl(graph, places, 0, &options, weights);
}
