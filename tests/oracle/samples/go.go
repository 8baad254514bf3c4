// Package ring holds events.
package ring

import (
	"context"
	"fmt"
	str "strings"
	_ "embed"
)

//go:generate stringer -type=Level
type Level uint8

const (
	Low Level = iota + 1
	High
	mask = 0xFF_FF &^ 0b1010 | 0o17
	pi   = 3.14e-2 + 2i
)

type Number interface {
	~int | ~int64 | float64
	String() string
}

// Ring is generic.
type Ring[T Number, K comparable] struct {
	mu   sync.Mutex `json:"mu,omitempty" xml:"-"`
	data []T
	byID map[K]*T
	next chan<- struct{}
	fn   func(ctx context.Context, args ...any) (n int, err error)
	*embedded
}

var (
	raw   = `raw "string"
on two lines \n`
	text        = "esc \t\x41\u00e9 %5.2f %v %+v %% %[1]d\n"
	r, _  rune  = '\'', 'é'
	table = map[string][]int{"a": {1, 2}, "b": nil}
)

func New[T Number, K comparable](n int) *Ring[T, K] {
	return &Ring[T, K]{data: make([]T, 0, n), byID: make(map[K]*T)}
}

func (r *Ring[T, K]) Push(ctx context.Context, k K, vs ...T) (n int, err error) {
	r.mu.Lock()
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("push: %w %v", err, x)
		}
	}()
outer:
	for i, v := range vs {
		switch s := any(v).(type) {
		case int, int64:
			r.data = append(r.data[:i], v)
			fallthrough
		case nil:
			break outer
		default:
			_ = s
		}
		select {
		case r.next <- struct{}{}:
		case <-ctx.Done():
			return 0, ctx.Err()
		}
	}
	go func(c chan int) { c <- 1 << 3 }(make(chan int, 1))
	if v, ok := r.byID[k]; !ok && len(vs) >= 2 || v == nil {
		goto end
	} else if n++; n > 3 {
		n += -1 ^ 2
	}
end:
	for range 3 { continue }
	return copy(r.data, vs), nil
}

func main() {
	var a [3]int = [...]int{1, 2: 3}
	p := &a[0]; *p = 5
	println(str.ToUpper("x"), new(Ring[int, string]), real(2i), a)
}
