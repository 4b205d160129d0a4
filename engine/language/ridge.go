package language

// ridgeStrength keeps the model from believing single words too much.
const ridgeStrength = 0.6

// maxSamples bounds the samples one model is trained on; training takes time with the cube of it.
const maxSamples = 300

// bias is the product every pair of samples has in common: it lets the model learn a constant.
const bias = 0.5

// sparse is a sample by columns.
type sparse struct {
	columns []int32
	values  []float64
}

// ridge is a linear model trained by regularised least squares in its dual form: one inverse serves every phrase of
// a language, and each sample's score without itself comes for free.
type ridge struct {
	rows    []sparse
	inverse [][]float64
}

// newRidge inverts the matrix of the rows' products, with the strength on its diagonal.
func newRidge(rows []sparse, columns int) *ridge {
	n := len(rows)
	k := make([][]float64, n)
	spread := make([]float64, columns)
	for i := range k {
		k[i] = make([]float64, n)
		rows[i].spread(spread, 1)
		for j := 0; j <= i; j++ {
			k[i][j] = bias + rows[j].product(spread)
			k[j][i] = k[i][j]
		}
		rows[i].spread(spread, 0)
		k[i][i] += ridgeStrength
	}
	return &ridge{rows, invert(k)}
}

// spread writes the sample, times a factor, into a dense vector.
func (r sparse) spread(dense []float64, factor float64) {
	for i, c := range r.columns {
		dense[c] = r.values[i] * factor
	}
}

func (r sparse) product(dense []float64) float64 {
	sum := 0.0
	for i, c := range r.columns {
		sum += float64(r.values[i] * dense[c])
	}
	return sum
}

// primal turns weights of samples into weights of columns and a constant.
func (r *ridge) primal(dual []float64, columns int) (weights []float64, constant float64) {
	weights = make([]float64, columns)
	for i, d := range dual {
		constant += float64(bias * d)
		for p, c := range r.rows[i].columns {
			weights[c] += float64(r.rows[i].values[p] * d)
		}
	}
	return weights, constant
}

// fit returns the weight of each sample for these targets, and each sample's score when it is left out.
func (r *ridge) fit(targets []float64) (weights, leftOut []float64) {
	n := len(r.rows)
	weights, leftOut = make([]float64, n), make([]float64, n)
	for i := range n {
		sum := 0.0
		for j := range n {
			sum += float64(r.inverse[i][j] * targets[j])
		}
		weights[i] = sum
		leftOut[i] = targets[i] - sum/r.inverse[i][i]
	}
	return weights, leftOut
}

// invert is the inverse of a symmetric positive definite matrix by Cholesky's method, in a fixed order of steps.
func invert(k [][]float64) [][]float64 {
	n := len(k)
	l := cholesky(k)
	m := lowerInverse(l)
	out := make([][]float64, n)
	for i := range out {
		out[i] = make([]float64, n)
	}
	for i := range n {
		for j := 0; j <= i; j++ {
			sum := 0.0
			for p := i; p < n; p++ {
				sum += float64(m[p][i] * m[p][j])
			}
			out[i][j], out[j][i] = sum, sum
		}
	}
	return out
}

func cholesky(k [][]float64) [][]float64 {
	n := len(k)
	l := make([][]float64, n)
	for i := range n {
		l[i] = make([]float64, n)
		for j := 0; j <= i; j++ {
			sum := k[i][j]
			for p := 0; p < j; p++ {
				sum -= float64(l[i][p] * l[j][p])
			}
			if i == j {
				l[i][i] = root(max(sum, 1e-9))
			} else {
				l[i][j] = sum / l[j][j]
			}
		}
	}
	return l
}

// lowerInverse is the inverse of a lower triangular matrix.
func lowerInverse(l [][]float64) [][]float64 {
	n := len(l)
	m := make([][]float64, n)
	for i := range n {
		m[i] = make([]float64, n)
		m[i][i] = 1 / l[i][i]
		for p := 0; p < i; p++ {
			f := l[i][p]
			for j := 0; j <= p; j++ {
				m[i][j] -= float64(f * m[p][j])
			}
		}
		for j := 0; j < i; j++ {
			m[i][j] /= l[i][i]
		}
	}
	return m
}
