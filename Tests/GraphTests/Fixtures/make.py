"""Makes networkx.json: graphs of chance, and what NetworkX 3.6 computes of them. `python3 make.py > networkx.json`"""
import json
import random

import networkx as nx
from networkx.algorithms.community import modularity


def directed(n, p, seed, back):
    """Edges of chance; each is returned with probability `back`; a few go to where they begin."""
    r = random.Random(seed)
    edges = {}
    for a in range(n):
        for b in range(n):
            if a != b and r.random() < p:
                edges[a, b] = r.randint(1, 9)
                if r.random() < back:
                    edges.setdefault((b, a), r.randint(1, 9))
    for v in r.sample(range(n), n // 10):
        edges[v, v] = r.randint(1, 5)
    return n, edges


def number(x):
    return None if x != x else x


def told(n, edges):
    g = nx.DiGraph()
    g.add_nodes_from(range(n))
    g.add_weighted_edges_from((a, b, w) for (a, b), w in edges.items() if a != b)
    u = nx.Graph()
    u.add_nodes_from(range(n))
    for (a, b), w in sorted(edges.items()):
        if a != b:
            u.add_edge(a, b, weight=w + (u[a][b]["weight"] if u.has_edge(a, b) else 0))
    groups = [v % 3 for v in range(n)]
    sets = [{v for v in range(n) if groups[v] == k} for k in range(3)]
    core = {v for v in range(n) if v % 4 == 0}
    between = nx.betweenness_centrality(u)
    return {
        "n": n,
        "edges": [[a, b, w] for (a, b), w in edges.items()],
        "directedEdges": g.number_of_edges(),
        "ties": u.number_of_edges(),
        "isolates": len(list(nx.isolates(g))),
        "density": nx.density(g),
        "reciprocity": nx.overall_reciprocity(g),
        "inDegrees": [d for _, d in g.in_degree()],
        "outDegrees": [d for _, d in g.out_degree()],
        "inStrengths": [w for _, w in g.in_degree(weight="weight")],
        "outStrengths": [w for _, w in g.out_degree(weight="weight")],
        "weightedReciprocity": sum(min(w, g[b][a]["weight"]) for a, b, w in g.edges(data="weight") if g.has_edge(b, a))
        / g.size(weight="weight"),
        "components": sorted((len(c) for c in nx.weakly_connected_components(g)), reverse=True),
        "assortativity": number(nx.degree_pearson_correlation_coefficient(u)),
        "globalClustering": nx.transitivity(u),
        "meanLocalClustering": nx.average_clustering(u),
        "coreness": [nx.core_number(u)[v] for v in range(n)],
        "betweenness": [between[v] for v in range(n)],
        "modularityOfThirds": modularity(u, sets, weight="weight"),
    }


graphs = [
    told(*directed(30, 0.08, 1, 0.6)),
    told(*directed(60, 0.03, 2, 0.9)),
    told(*directed(40, 0.2, 3, 0.1)),
    told(*directed(80, 0.008, 4, 0.5)),
]
print(json.dumps({"networkx": nx.__version__, "graphs": graphs}, separators=(",", ":")))
