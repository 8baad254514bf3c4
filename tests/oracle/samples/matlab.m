% comment é
%{
block
%}
%% Section
classdef (Sealed) Foo < handle & Bar
    properties (Access = private)
        X double {mustBePositive} = 1.5e-3
    end
    events; Done; end
    enumeration; A (1); end
    methods (Static)
        function [a, b] = go(obj, varargin)
            arguments; obj; end
            s = 'it''s' + "dq ""q"" \n"; t = A'; u = A.' .* [1, 2; 3 4]'; n = 0x1F + 1i;
            if ~isempty(s) && a >= 3 || b ~= 2, disp(s), elseif x, else, error('e:id', "m %d", 1); end
            for i = 1:2:10, continue; end; while true, break; end
            switch x, case {1, 'a'}, otherwise, return; end
            try, catch ME, rethrow(ME); end
            f = @(x) x.^2; c = {1, 'two'}; c{end}.d(1).e = @sin; global g; parfor k = 1:3, end
            y = a + ... continued
                b; !ls -l
        end
    end
end
format long
x = 'unterminated
