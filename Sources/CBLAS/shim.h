#pragma once
#include <cblas.h>

// Debian's libopenblas carries Fortran LAPACK but neither LAPACKE nor a header for it: the one routine in use is declared
// here. Eigenvalues ascending in `w`, eigenvectors in the columns of `a` (column-major). LAPACK 3.9, DSYEVD.
void dsyevd_(const char *jobz, const char *uplo, const int *n, double *a, const int *lda, double *w, double *work,
             const int *lwork, int *iwork, const int *liwork, int *info);
